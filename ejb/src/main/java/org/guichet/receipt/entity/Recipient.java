package org.guichet.receipt.entity;

import java.util.List;
import org.guichet.platform.entity.OrganisationId;

/**
 * An organisation that a receipt goes to.
 *
 * @param folder of its outbox: empty for an own drop, else the matricule of the partner that
 *     dropped
 * @param readers whom it has its receipts mailed to; may be none
 */
public record Recipient(
    OrganisationId organisation, String name, String folder, List<Reader> readers) {
  public Recipient {
    readers = List.copyOf(readers);
  }
}
