package org.guichet.roster.entity;

import java.util.UUID;

/**
 * Somebody known whom a row may be.
 *
 * @param lastName with the other values, so that people can tell candidates apart
 * @param birthDate empty when it isn't known
 */
public record Candidate(
    UUID person,
    MatchReason reason,
    String lastName,
    String firstName,
    String birthDate,
    String login) {
  public static Candidate of(KnownPerson person, MatchReason reason) {
    return new Candidate(
        person.id(),
        reason,
        person.value(RosterField.LAST_NAME),
        person.value(RosterField.FIRST_NAME),
        person.value(RosterField.BIRTH_DATE),
        person.login());
  }
}
