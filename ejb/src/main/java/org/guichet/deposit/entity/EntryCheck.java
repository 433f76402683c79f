package org.guichet.deposit.entity;

import java.util.List;
import java.util.Optional;
import org.guichet.flux.Finding;
import org.guichet.flux.edit.PassageText;

/**
 * What the checks say of a passage that somebody types.
 *
 * @param certification what they find in the certification above it
 * @param refusal why nothing would be taken, whatever is typed
 */
public record EntryCheck(
    PassageText passage,
    List<Finding> findings,
    List<Finding> certification,
    Optional<DepositDetails.Told> refusal) {
  public EntryCheck {
    findings = List.copyOf(findings);
    certification = List.copyOf(certification);
  }

  /** Whether it would be accepted. */
  public boolean good() {
    return refusal.isEmpty()
        && findings.stream().noneMatch(Finding::blocks)
        && certification.stream().noneMatch(Finding::blocks);
  }
}
