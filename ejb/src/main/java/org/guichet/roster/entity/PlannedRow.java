package org.guichet.roster.entity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of a plan as it is kept and shown.
 *
 * @param place among the rows of the plan, from 0
 * @param ref where it stands; line 0 for somebody who is in no file
 * @param person whom it is about; of somebody new, who they will be; null where that isn't clear
 * @param reason why it is that person; null for somebody new
 * @param values without classes and children, in the form of {@link ReadPerson}
 * @param children as people read them
 * @param childIds who they are, in no order
 * @param mergedInto the row whose person this one is, too
 */
public record PlannedRow(
    long place,
    RowRef ref,
    Profile profile,
    Operation operation,
    @Nullable UUID person,
    @Nullable MatchReason reason,
    boolean returning,
    String login,
    Map<RosterField, String> values,
    List<String> classes,
    List<FieldChange> changes,
    List<String> children,
    List<UUID> childIds,
    @Nullable RowRef mergedInto,
    List<Candidate> candidates,
    List<RosterFinding> findings) {
  public PlannedRow {
    values = Map.copyOf(values);
    classes = List.copyOf(classes);
    changes = List.copyOf(changes);
    children = List.copyOf(children);
    childIds = List.copyOf(childIds);
    candidates = List.copyOf(candidates);
    findings = List.copyOf(findings);
  }

  /**
   * As the plan says.
   *
   * @param person of somebody new, who they will be
   * @param childIds who the children are
   */
  public static PlannedRow of(long place, PlanRow row, @Nullable UUID person, List<UUID> childIds) {
    return new PlannedRow(
        place,
        row.read().ref(),
        row.read().profile(),
        row.operation(),
        person,
        row.reason(),
        row.returning(),
        row.login(),
        row.read().values(),
        row.read().classes(),
        row.changes(),
        row.children().stream().map(ChildLink::shown).toList(),
        childIds,
        row.mergedInto(),
        row.candidates(),
        row.findings());
  }

  /** What the row says; empty when it doesn't. */
  public String value(RosterField field) {
    return values.getOrDefault(field, "");
  }
}
