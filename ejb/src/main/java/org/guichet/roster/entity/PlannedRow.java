package org.guichet.roster.entity;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
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
 * @param childIds who they are, in the same order
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
  /** What is found of children whom a parent's row names and doesn't link. */
  public static final Set<RosterCode> NOT_LINKED =
      Set.of(
          RosterCode.CHILD_NOT_FOUND,
          RosterCode.CHILD_AMBIGUOUS,
          RosterCode.CHILD_ROW_IN_ERROR,
          RosterCode.CHILD_INCOMPLETE);

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

  /** Whom it names beside its own person: children, and whom it may be about. */
  public Set<UUID> named() {
    Set<UUID> named = new LinkedHashSet<>(childIds);
    candidates.forEach(candidate -> named.add(candidate.person()));
    return named;
  }

  /** The same with no word about these. */
  public PlannedRow without(Set<UUID> gone) {
    List<String> left = new ArrayList<>();
    List<UUID> leftIds = new ArrayList<>();
    Set<String> lost = new HashSet<>();
    for (int i = 0; i < childIds.size(); i++) {
      boolean stays = !gone.contains(childIds.get(i));
      if (stays) {
        leftIds.add(childIds.get(i));
        left.add(children.get(i));
      } else {
        lost.add(children.get(i));
      }
    }
    return with(
        changes.stream()
            .filter(one -> one.field() != RosterField.CHILD_ID || !lost.contains(one.after()))
            .toList(),
        left,
        leftIds,
        candidates.stream().filter(one -> !gone.contains(one.person())).toList(),
        findings);
  }

  /** The same without the names of children whom it doesn't link, as far as they are told. */
  public PlannedRow withoutChildren(Predicate<String> told) {
    return with(
        changes,
        children,
        childIds,
        candidates,
        findings.stream()
            .map(
                one ->
                    NOT_LINKED.contains(one.code()) && told.test(one.value()) ? silent(one) : one)
            .toList());
  }

  private static RosterFinding silent(RosterFinding finding) {
    return new RosterFinding(
        finding.code(), finding.severity(), finding.line(), finding.field(), "…", List.of());
  }

  private PlannedRow with(
      List<FieldChange> otherChanges,
      List<String> otherChildren,
      List<UUID> otherIds,
      List<Candidate> otherCandidates,
      List<RosterFinding> otherFindings) {
    return new PlannedRow(
        place,
        ref,
        profile,
        operation,
        person,
        reason,
        returning,
        login,
        values,
        classes,
        otherChanges,
        otherChildren,
        otherIds,
        mergedInto,
        otherCandidates,
        otherFindings);
  }

  /** What the row says; empty when it doesn't. */
  public String value(RosterField field) {
    return values.getOrDefault(field, "");
  }
}
