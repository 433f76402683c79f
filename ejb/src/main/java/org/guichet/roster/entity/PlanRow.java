package org.guichet.roster.entity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an import would do with one row.
 *
 * @param person whom it is about; null for somebody new or unclear
 * @param reason why it is that person
 * @param returning whether the person was pre-deleted and comes back
 * @param login the one there is, or the one that will be; empty where nobody gets one
 * @param changes field by field; children as changes of {@link RosterField#CHILD_ID}
 * @param mergedInto the row whose person this one is, too
 * @param candidates whom it may be, where that isn't clear
 */
public record PlanRow(
    ReadPerson read,
    Operation operation,
    @Nullable UUID person,
    @Nullable MatchReason reason,
    boolean returning,
    String login,
    List<FieldChange> changes,
    List<ChildLink> children,
    @Nullable RowRef mergedInto,
    List<Candidate> candidates,
    List<RosterFinding> findings) {
  /** The same with the login that was found for it. */
  public PlanRow named(String made) {
    return new PlanRow(
        read,
        operation,
        person,
        reason,
        returning,
        made,
        changes,
        children,
        mergedInto,
        candidates,
        findings);
  }
}
