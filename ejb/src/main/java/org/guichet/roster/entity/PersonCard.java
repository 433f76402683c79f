package org.guichet.roster.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;

/**
 * All that is kept of somebody.
 *
 * @param values without classes and children, in the form of {@link ReadPerson}
 * @param imported whether an import brought them
 * @param slipUntil when the code of their last slip ends or ended, if they have one
 * @param leftAt since when they are pre-deleted
 * @param lastDay of who is pre-deleted
 * @param history the last imports that changed them, the latest first
 */
public record PersonCard(
    UUID id,
    OrganisationId organisation,
    Profile profile,
    Map<RosterField, String> values,
    String login,
    boolean imported,
    List<ClassLink> classes,
    List<PersonLine> children,
    List<PersonLine> parents,
    Optional<AccountId> account,
    PersonAccess access,
    Optional<Instant> slipUntil,
    Instant createdAt,
    Instant changedAt,
    Optional<Instant> leftAt,
    Optional<LocalDate> lastDay,
    List<PersonTrace> history) {
  public PersonCard {
    values = Map.copyOf(values);
    classes = List.copyOf(classes);
    children = List.copyOf(children);
    parents = List.copyOf(parents);
    history = List.copyOf(history);
  }

  /** What is known; empty when it isn't. */
  public String value(RosterField field) {
    return values.getOrDefault(field, "");
  }

  public String name() {
    return value(RosterField.LAST_NAME) + " " + value(RosterField.FIRST_NAME);
  }

  public PersonStanding state() {
    return leftAt.isPresent() ? PersonStanding.LEAVING : PersonStanding.ACTIVE;
  }
}
