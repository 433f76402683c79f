package org.guichet.receipt.entity;

import java.util.Set;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;

/**
 * A receipt that was given, and for whom it lies or lay ready.
 *
 * @param subject what it answers: a deposit, or a duplicate of one
 * @param laidFor whose outboxes have an entry for it, acknowledged or not
 */
public record GivenReceipt(
    UUID id, UUID subject, ReceiptKind kind, String number, Set<OrganisationId> laidFor) {
  public GivenReceipt {
    laidFor = Set.copyOf(laidFor);
  }
}
