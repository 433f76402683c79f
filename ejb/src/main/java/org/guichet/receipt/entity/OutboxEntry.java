package org.guichet.receipt.entity;

import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.Sha256;

/**
 * A receipt as it lies in an organisation's outbox.
 *
 * @param folder empty for the organisation's own drops, else the matricule of the partner that
 *     dropped
 */
public record OutboxEntry(
    UUID id,
    String folder,
    String name,
    long size,
    Instant at,
    String receiptNumber,
    Sha256 sha256) {}
