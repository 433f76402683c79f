package org.guichet.receipt.entity;

import java.time.Instant;

/**
 * What a receipt is about, for a line in a table.
 *
 * @param number of the deposit, or of the duplicate of one
 * @param sender matricule and name of the organisation that dropped
 * @param accepted passages; 0 while they aren't judged
 */
public record Gist(
    ReceiptOutcome outcome,
    long number,
    String fileName,
    String sender,
    Instant droppedAt,
    int accepted,
    int rejected) {}
