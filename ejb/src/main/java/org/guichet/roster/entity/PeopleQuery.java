package org.guichet.roster.entity;

import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.PageRequest;

/**
 * Which people of an organisation are wanted, in the order of their names.
 *
 * @param text words of their names, the beginning of a login, or a whole id; empty for all
 * @param schoolClass in which they are
 * @param changedBy the import that changed them last
 */
public record PeopleQuery(
    String text,
    Optional<Profile> profile,
    Optional<UUID> schoolClass,
    Optional<PersonStanding> state,
    Optional<UUID> changedBy,
    boolean descending,
    PageRequest part) {
  /** Everybody of a profile who stays. */
  public static PeopleQuery of(Profile profile) {
    return new PeopleQuery(
        "",
        Optional.of(profile),
        Optional.empty(),
        Optional.of(PersonStanding.ACTIVE),
        Optional.empty(),
        false,
        PageRequest.from(0));
  }
}
