package org.guichet.account.entity;

import java.time.Instant;
import org.guichet.platform.entity.SessionId;

/**
 * A sign-in that goes on, as its person sees it.
 *
 * @param agent what the browser calls itself
 * @param current whether it is the one that asks
 */
public record SessionView(
    SessionId id,
    Instant createdAt,
    Instant lastSeenAt,
    String address,
    String agent,
    boolean current) {}
