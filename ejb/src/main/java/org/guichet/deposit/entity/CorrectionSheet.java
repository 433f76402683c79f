package org.guichet.deposit.entity;

import java.util.List;
import java.util.Optional;

/**
 * A part of what is to be mended in a deposit.
 *
 * @param total how many passages there are of the kind that is shown
 * @param refusal why nothing would be taken of whoever drops, whatever is mended
 * @param lastEdited who has changed something here last
 */
public record CorrectionSheet(
    CorrectionTask task,
    CorrectionCounts counts,
    List<MendingPassage> passages,
    int total,
    Optional<DepositDetails.Told> refusal,
    Optional<PassageDraft> lastEdited) {
  public CorrectionSheet {
    passages = List.copyOf(passages);
  }
}
