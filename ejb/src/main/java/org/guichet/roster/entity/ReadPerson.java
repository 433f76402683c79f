package org.guichet.roster.entity;

import java.util.List;
import java.util.Map;

/**
 * Somebody as a row tells, its values put in order: dates as {@code 2015-09-01}, sexes {@code M} or
 * {@code F}, classes as the import calls them. What the row doesn't say isn't there.
 *
 * @param values without classes and children
 */
public record ReadPerson(
    Profile profile,
    RowRef ref,
    Map<RosterField, String> values,
    List<String> classes,
    List<ChildMention> children,
    List<RosterFinding> findings) {
  /** What the row says; empty when it doesn't. */
  public String value(RosterField field) {
    return values.getOrDefault(field, "");
  }

  /** Whether the row can't be imported as it is. */
  public boolean isInError() {
    return !findings.isEmpty() && findings.stream().anyMatch(RosterFinding::blocks);
  }
}
