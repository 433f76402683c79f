package org.guichet.receipt.entity;

import java.util.Map;
import org.guichet.organisation.entity.MailRecipientView;

/**
 * Somebody at a recipient who is written to.
 *
 * @param mailArguments what the mail that goes with a receipt quotes, in the reader's language
 */
public record Reader(MailRecipientView to, Map<String, String> mailArguments) {
  public Reader {
    mailArguments = Map.copyOf(mailArguments);
  }
}
