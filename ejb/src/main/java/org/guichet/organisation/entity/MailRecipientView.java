package org.guichet.organisation.entity;

import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody to be written to, as others see it.
 *
 * @param address personal data: in no log
 * @param language in which it is written to
 */
public record MailRecipientView(
    UUID id,
    String address,
    Locale language,
    Set<MailedReceipt> receipts,
    MailTiming timing,
    Instant addedAt) {
  public MailRecipientView {
    receipts = Set.copyOf(receipts);
  }

  public boolean wants(MailedReceipt receipt) {
    return receipts.contains(receipt);
  }
}
