package org.guichet.roster.entity;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody in a list.
 *
 * @param usageName empty when there is none
 * @param classes their labels, parted by commas; empty for none
 * @param externalId empty when it isn't known
 * @param lastDay of who is pre-deleted
 */
public record PersonLine(
    UUID id,
    Profile profile,
    String lastName,
    String usageName,
    String firstName,
    Optional<LocalDate> birthDate,
    String login,
    String externalId,
    String classes,
    PersonAccess access,
    Optional<LocalDate> lastDay) {
  /** Last name, which is shown in capitals nowhere else, then first name. */
  public String name() {
    return lastName + " " + firstName;
  }
}
