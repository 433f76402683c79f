package org.guichet.assistance.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * What waits for whoever runs the portal.
 *
 * @param count requests that wait for an answer
 * @param oldest since when the one that waits longest does
 * @param mails that stand in no thread yet
 */
public record TicketsWaiting(long count, Optional<Instant> oldest, long mails) {}
