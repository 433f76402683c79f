package org.guichet.assistance.entity;

import java.time.Instant;

/**
 * A request in a list.
 *
 * @param assignee name of whoever takes care of it; empty: nobody yet
 */
public record TicketRow(
    long number,
    TicketKind kind,
    TicketStatus status,
    String asker,
    String organisation,
    String assignee,
    Instant createdAt,
    Instant changedAt) {}
