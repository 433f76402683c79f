package org.guichet.receipt.control;

import org.guichet.organisation.entity.MailRecipientView;
import org.guichet.organisation.entity.MailedReceipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptOutcome;

/** How a reader is told of a receipt. */
public enum Postage {
  /** By a mail of its own, now. */
  MAIL,
  /** By a line in the digest of the day. */
  DIGEST,
  /** Not at all. */
  NONE;

  /** What {@code reader} chose for such a receipt. */
  public static Postage of(MailRecipientView reader, ReceiptKind kind, ReceiptOutcome outcome) {
    MailedReceipt mailed =
        switch (kind) {
          case RECEPTION -> MailedReceipt.RECEPTION;
          case PROCESSING -> MailedReceipt.PROCESSING;
        };
    if (!reader.wants(mailed)) {
      return NONE;
    }
    return switch (reader.timing()) {
      case EACH -> MAIL;
      case DAILY -> DIGEST;
      case KO_ONLY -> outcome.ko() ? MAIL : NONE;
    };
  }
}
