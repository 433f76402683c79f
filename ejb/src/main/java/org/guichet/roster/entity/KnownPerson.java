package org.guichet.roster.entity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody whom the organisation knows before an import.
 *
 * @param imported whether an import of this organisation brought them; it changes no names and no
 *     address of others
 * @param leaving whether they are pre-deleted, and come back when a file names them
 * @param values without classes and children, in the form of {@link ReadPerson}
 * @param children the people whose parent they are
 */
public record KnownPerson(
    UUID id,
    Profile profile,
    boolean imported,
    boolean leaving,
    Map<RosterField, String> values,
    List<String> classes,
    Set<UUID> children,
    String login) {
  /** What is known; empty when it isn't. */
  public String value(RosterField field) {
    return values.getOrDefault(field, "");
  }
}
