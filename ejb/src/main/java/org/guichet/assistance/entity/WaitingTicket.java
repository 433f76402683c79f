package org.guichet.assistance.entity;

import java.time.Instant;

/** A request that waits for an answer, without anything personal. */
public record WaitingTicket(long number, TicketKind kind, Instant since) {}
