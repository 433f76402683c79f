package org.guichet.roster.control.planning;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guichet.roster.entity.ChildLink;
import org.guichet.roster.entity.FieldChange;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadPerson;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of each row. */
final class RowDeciding {
  private final ImportRequest request;
  private final PersonKeys keys;
  private final Census census;
  private final ChildLinks childLinks;
  private final Matching matching;
  private final @Nullable UUID[] people;
  private final BitSet lost;
  private final Set<UUID> matched;
  private final Set<UUID> possible;

  /**
   * Decides with what was decided before.
   *
   * @param people filled with whom each row is
   * @param lost filled with the rows that aren't imported
   * @param matched filled with everybody known whom a row is
   * @param possible filled with everybody known whom a row may be that isn't imported
   */
  RowDeciding(
      ImportRequest request,
      PersonKeys keys,
      Census census,
      ChildLinks childLinks,
      @Nullable UUID[] people,
      BitSet lost,
      Set<UUID> matched,
      Set<UUID> possible) {
    this.request = request;
    this.keys = keys;
    this.census = census;
    this.childLinks = childLinks;
    this.people = people;
    this.lost = lost;
    this.matched = matched;
    this.possible = possible;
    matching = new Matching(keys, census);
  }

  /**
   * Decides about a row.
   *
   * @param number of the row among those of the import, from 0
   * @param found who is known under which key
   */
  PlanRow decide(ReadPerson row, int number, Map<String, List<KnownPerson>> found) {
    RowChoice choice = request.choices().get(row.ref());
    Draft draft = new Draft(row);
    Map<UUID, KnownPerson> known = new LinkedHashMap<>();
    for (String key : keys.lookups(row)) {
      found.getOrDefault(key, List.of()).forEach(person -> known.put(person.id(), person));
    }
    Match match = matching.of(row, known.values(), choice);
    if (choice != null && choice.kind() == RowChoice.Kind.LEFT_OUT) {
      lose(number, match);
      return draft.row(Operation.LEFT_OUT);
    }
    boolean separate = choice != null;
    int earlier = separate ? KeyTable.NONE : earlier(row, number);
    if (earlier != KeyTable.NONE && row.profile() == Profile.PARENT && !row.isInError()) {
      return merged(draft, number, earlier, match, found);
    }
    if (earlier != KeyTable.NONE) {
      draft.find(RosterCode.SAME_PERSON_TWICE, Long.toString(census.ref(earlier).line()));
    } else if (!separate && isPossiblyTwice(row, number)) {
      draft.find(RosterCode.POSSIBLE_DUPLICATE, Long.toString(firstLine(row)));
    }
    draft.match(match);
    KnownPerson person = match.person();
    if (person != null && matched.contains(person.id()) && earlier == KeyTable.NONE) {
      draft.find(RosterCode.SAME_PERSON_TWICE, "");
    }
    if (draft.isInError()) {
      lose(number, match);
      return draft.row(Operation.ERROR);
    }
    return person == null ? created(draft, found) : changed(draft, number, person, found);
  }

  private PlanRow created(Draft draft, Map<String, List<KnownPerson>> found) {
    draft.children = childLinks.of(draft.read, found, draft.findings);
    return draft.row(Operation.CREATE);
  }

  private PlanRow changed(
      Draft draft, int number, KnownPerson person, Map<String, List<KnownPerson>> found) {
    matched.add(person.id());
    people[number] = person.id();
    draft.changes.addAll(Changes.of(draft.read, person, draft.findings));
    draft.children = childLinks.of(draft.read, found, draft.findings);
    draft.newChildren(person);
    draft.returning = person.leaving() && person.imported();
    boolean same = draft.changes.isEmpty() && !draft.returning;
    return draft.row(same ? Operation.UNCHANGED : Operation.CHANGE);
  }

  private PlanRow merged(
      Draft draft, int number, int earlier, Match match, Map<String, List<KnownPerson>> found) {
    if (lost.get(earlier)) {
      lose(number, match);
      draft.find(RosterCode.SAME_PERSON_TWICE, Long.toString(census.ref(earlier).line()));
      return draft.row(Operation.ERROR);
    }
    people[number] = people[earlier];
    draft.match(match);
    draft.find(RosterCode.PARENT_MERGED, Long.toString(census.ref(earlier).line()));
    draft.mergedInto = census.ref(earlier);
    draft.children = childLinks.of(draft.read, found, draft.findings);
    if (match.person() != null) {
      draft.newChildren(match.person());
    }
    return draft.row(Operation.MERGE);
  }

  /** The row isn't imported; whoever it may be doesn't leave for that. */
  private void lose(int number, Match match) {
    lost.set(number);
    match.candidates().forEach(candidate -> possible.add(candidate.person()));
    if (match.person() != null) {
      possible.add(match.person().id());
    }
  }

  /** The earlier row of the same person; {@link KeyTable#NONE} for none. */
  private int earlier(ReadPerson row, int number) {
    if (row.profile() == Profile.PARENT) {
      int first = census.earlierParent(row, number);
      return first < number ? first : KeyTable.NONE;
    }
    int byId = census.earlierById(row, number);
    if (byId != KeyTable.NONE) {
      return byId;
    }
    int first = census.firstOf(row);
    boolean named = first != KeyTable.NONE && first < number;
    return named && !hasOwnId(row) && row.value(RosterField.EMAIL).isEmpty()
        ? first
        : KeyTable.NONE;
  }

  /** Names are the same as an earlier row's, and nothing says whether it is another person. */
  private boolean isPossiblyTwice(ReadPerson row, int number) {
    int first = census.firstOf(row);
    boolean elsewhere =
        row.profile() == Profile.PARENT && !row.value(RosterField.ADDRESS).isEmpty();
    return first != KeyTable.NONE && first < number && !hasOwnId(row) && !elsewhere;
  }

  private static boolean hasOwnId(ReadPerson row) {
    return !row.value(RosterField.EXTERNAL_ID).isEmpty() || !row.value(RosterField.INE).isEmpty();
  }

  private long firstLine(ReadPerson row) {
    return census.ref(census.firstOf(row)).line();
  }

  /** A row of the plan on its way. */
  private static final class Draft {
    private final ReadPerson read;
    private final List<RosterFinding> findings;
    private final List<FieldChange> changes = new ArrayList<>(0);
    private List<ChildLink> children = List.of();
    private Match match = Match.NEW;
    private @Nullable RowRef mergedInto;
    private boolean returning;

    Draft(ReadPerson read) {
      this.read = read;
      findings = new ArrayList<>(read.findings());
    }

    void find(RosterCode code, String argument) {
      findings.add(RosterFinding.at(code, read.ref().line(), "", argument));
    }

    void match(Match found) {
      match = found;
      if (found.problem() != null) {
        find(found.problem(), Integer.toString(found.candidates().size()));
      }
    }

    boolean isInError() {
      return !findings.isEmpty() && findings.stream().anyMatch(RosterFinding::blocks);
    }

    void newChildren(KnownPerson parent) {
      for (ChildLink child : children) {
        if (child.person() == null || !parent.children().contains(child.person())) {
          changes.add(new FieldChange(RosterField.CHILD_ID, "", child.shown()));
        }
      }
    }

    PlanRow row(Operation operation) {
      KnownPerson person = match.person();
      return new PlanRow(
          read,
          operation,
          person == null ? null : person.id(),
          match.reason(),
          returning,
          person == null ? "" : person.login(),
          List.copyOf(changes),
          children,
          mergedInto,
          match.candidates(),
          List.copyOf(findings));
    }
  }
}
