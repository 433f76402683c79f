package org.guichet.deposit.entity;

import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.receipt.entity.ReceiptKind;

/** What doesn't hold about one deposit, with what is needed to mend it. */
public sealed interface Fault {
  DifferenceKind kind();

  /** Nobody can tell from the rows which of them is right. */
  record Told(DifferenceKind kind) implements Fault {}

  /** Rows of an attempt that doesn't count and never will. */
  record DeadAttempt(UUID attempt) implements Fault {
    @Override
    public DifferenceKind kind() {
      return DifferenceKind.DEAD_ATTEMPT;
    }
  }

  /** The history doesn't know how the deposit came to where it stands. */
  record HistoryGap(DepositStatus status) implements Fault {
    @Override
    public DifferenceKind kind() {
      return DifferenceKind.HISTORY_GAP;
    }
  }

  /**
   * A receipt that isn't in an outbox in which it should lie.
   *
   * @param folder empty for the organisation's own drops, else the matricule of who dropped
   */
  record NotLaid(UUID subject, ReceiptKind receipt, OrganisationId recipient, String folder)
      implements Fault {
    @Override
    public DifferenceKind kind() {
      return DifferenceKind.OUTBOX_ENTRY_MISSING;
    }
  }
}
