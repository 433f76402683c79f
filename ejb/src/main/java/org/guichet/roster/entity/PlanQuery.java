package org.guichet.roster.entity;

import java.util.Optional;
import org.guichet.platform.entity.PageRequest;

/**
 * Which rows of a plan are wanted; what is empty narrows nothing.
 *
 * @param name words of names
 * @param label of a class
 */
public record PlanQuery(
    String name,
    Optional<Profile> profile,
    Optional<Operation> operation,
    String label,
    Optional<RosterCode> code,
    PageRequest page) {
  public static PlanQuery all(PageRequest page) {
    return new PlanQuery("", Optional.empty(), Optional.empty(), "", Optional.empty(), page);
  }

  /** Whether it wants less than all rows. */
  public boolean isNarrow() {
    return !name.isBlank()
        || profile.isPresent()
        || operation.isPresent()
        || !label.isEmpty()
        || code.isPresent();
  }
}
