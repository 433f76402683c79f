package org.guichet.receipt.entity;

import java.util.Locale;
import java.util.Map;
import org.guichet.platform.entity.OrganisationId;

/**
 * Somebody whom a receipt goes to.
 *
 * @param folder of its outbox: empty for an own drop, else the matricule of the partner that
 *     dropped
 * @param mailArguments what the mail that goes with it quotes, in the recipient's language
 */
public record Recipient(
    OrganisationId organisation,
    String name,
    String email,
    Locale language,
    String folder,
    Map<String, String> mailArguments) {
  public Recipient {
    mailArguments = Map.copyOf(mailArguments);
  }
}
