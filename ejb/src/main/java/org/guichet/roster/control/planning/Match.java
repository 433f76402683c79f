package org.guichet.roster.control.planning;

import java.util.List;
import org.guichet.roster.entity.Candidate;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.MatchReason;
import org.guichet.roster.entity.RosterCode;
import org.jspecify.annotations.Nullable;

/**
 * Whom a row was taken for.
 *
 * @param person null for somebody new, and where it isn't clear
 * @param problem null where it is clear
 * @param candidates whom it may be, where it isn't clear
 */
record Match(
    @Nullable KnownPerson person,
    @Nullable MatchReason reason,
    @Nullable RosterCode problem,
    List<Candidate> candidates) {
  static final Match NEW = new Match(null, null, null, List.of());

  static Match found(KnownPerson person, MatchReason reason) {
    return new Match(person, reason, null, List.of());
  }

  static Match unclear(List<KnownPerson> people, MatchReason reason) {
    return new Match(
        null,
        null,
        RosterCode.AMBIGUOUS_PERSON,
        people.stream().map(person -> Candidate.of(person, reason)).toList());
  }

  static Match outdated() {
    return new Match(null, null, RosterCode.CHOICE_OUTDATED, List.of());
  }
}
