package org.guichet.roster.control.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guichet.roster.entity.ChildLink;
import org.guichet.roster.entity.ChildMention;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;
import org.jspecify.annotations.Nullable;

/** Finds the children of parents: in the same import first, then among those known. */
final class ChildLinks {
  private final PersonKeys keys;
  private final Census census;
  private final @Nullable UUID[] people;
  private final BitSet lost;

  /**
   * Looks among these.
   *
   * @param people whom each row of the import is; null where the import makes somebody
   * @param lost rows that aren't imported
   */
  ChildLinks(PersonKeys keys, Census census, @Nullable UUID[] people, BitSet lost) {
    this.keys = keys;
    this.census = census;
    this.people = people;
    this.lost = lost;
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
    for (ChildMention child : parent.children()) {
      RosterCode problem = link(child, known, links);
      if (problem != null) {
        findings.add(RosterFinding.at(problem, parent.ref().line(), child.shown()));
      }
    }
    return links;
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
      if (lost.get(row)) {
        return RosterCode.CHILD_ROW_IN_ERROR;
      }
      links.add(new ChildLink(census.ref(row), people[row], child.shown()));
      return null;
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
