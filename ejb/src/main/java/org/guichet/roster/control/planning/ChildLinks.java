package org.guichet.roster.control.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guichet.roster.entity.ChildChoice;
import org.guichet.roster.entity.ChildLink;
import org.guichet.roster.entity.ChildMention;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowRef;
import org.jspecify.annotations.Nullable;

/** Finds the children of parents: in the same import first, then among those known. */
final class ChildLinks {
  private final PersonKeys keys;
  private final Census census;
  private final @Nullable UUID[] people;
  private final BitSet lost;
  private final Map<RowRef, Map<Long, ChildChoice>> choices;
  private final Map<RowRef, Integer> chosenRows;

  /**
   * Looks among these.
   *
   * @param people whom each row of the import is; null where the import makes somebody
   * @param lost rows that aren't imported
   * @param choices what somebody said about children, by the parent's row
   */
  ChildLinks(
      PersonKeys keys,
      Census census,
      @Nullable UUID[] people,
      BitSet lost,
      Map<RowRef, Map<Long, ChildChoice>> choices) {
    this.keys = keys;
    this.census = census;
    this.people = people;
    this.lost = lost;
    this.choices = choices;
    Set<RowRef> wanted = new HashSet<>();
    for (Map<Long, ChildChoice> ofRow : choices.values()) {
      for (ChildChoice choice : ofRow.values()) {
        RowRef row = choice.row();
        if (row != null) {
          wanted.add(row);
        }
      }
    }
    chosenRows = census.at(wanted);
  }

  /** The keys of children whom the import itself doesn't know. */
  List<String> unknown(ReadPerson parent) {
    List<String> unknown = new ArrayList<>();
    for (ChildMention child : parent.children()) {
      List<String> wanted = keys.child(child);
      if (wanted.stream().allMatch(key -> census.first(key) == KeyTable.NONE)) {
        unknown.addAll(wanted);
      }
    }
    return unknown;
  }

  /**
   * Links a parent; whoever isn't found, or isn't clear, is among {@code findings}.
   *
   * @param known who is known under which key
   */
  List<ChildLink> of(
      ReadPerson parent, Map<String, List<KnownPerson>> known, List<RosterFinding> findings) {
    List<ChildLink> links = new ArrayList<>(parent.children().size());
    Map<Long, ChildChoice> said = choices.getOrDefault(parent.ref(), Map.of());
    for (ChildMention child : parent.children()) {
      ChildChoice choice = said.isEmpty() ? null : said.get(KeyDigest.of(child.key()));
      RosterCode problem = choice == null ? link(child, known, links) : link(child, choice, links);
      if (problem != null) {
        findings.add(RosterFinding.at(problem, parent.ref().line(), child.shown()));
      }
    }
    return links;
  }

  private @Nullable RosterCode link(ChildMention child, int row, List<ChildLink> links) {
    if (lost.get(row)) {
      return RosterCode.CHILD_ROW_IN_ERROR;
    }
    links.add(new ChildLink(census.ref(row), people[row], child.shown()));
    return null;
  }

  /** As somebody said; without the child where they said that it is nobody. */
  private @Nullable RosterCode link(ChildMention child, ChildChoice choice, List<ChildLink> links) {
    RowRef ref = choice.row();
    if (ref != null) {
      Integer row = chosenRows.get(ref);
      return row == null ? RosterCode.CHILD_NOT_FOUND : link(child, row, links);
    }
    if (choice.person() != null) {
      links.add(new ChildLink(null, choice.person(), child.shown()));
    }
    return null;
  }

  private @Nullable RosterCode link(
      ChildMention child, Map<String, List<KnownPerson>> known, List<ChildLink> links) {
    List<String> wanted = keys.child(child);
    int row = KeyTable.NONE;
    for (String key : wanted) {
      int first = census.first(key);
      if (first != KeyTable.NONE) {
        if (census.hasSeveral(key) || (row != KeyTable.NONE && row != first)) {
          return RosterCode.CHILD_AMBIGUOUS;
        }
        row = first;
      }
    }
    if (row != KeyTable.NONE) {
      return link(child, row, links);
    }
    Map<UUID, KnownPerson> found = new LinkedHashMap<>();
    for (String key : wanted) {
      known.getOrDefault(key, List.of()).forEach(person -> found.put(person.id(), person));
    }
    if (found.size() != 1) {
      return found.isEmpty() ? RosterCode.CHILD_NOT_FOUND : RosterCode.CHILD_AMBIGUOUS;
    }
    links.add(new ChildLink(null, found.keySet().iterator().next(), child.shown()));
    return null;
  }
}
