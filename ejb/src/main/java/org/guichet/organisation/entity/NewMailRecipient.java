package org.guichet.organisation.entity;

import java.util.Locale;
import java.util.Set;

/**
 * Somebody to be written to, as somebody typed it.
 *
 * @param language in which it is written to; French or English
 */
public record NewMailRecipient(
    String address, Locale language, Set<MailedReceipt> receipts, MailTiming timing) {
  public NewMailRecipient {
    receipts = Set.copyOf(receipts);
  }
}
