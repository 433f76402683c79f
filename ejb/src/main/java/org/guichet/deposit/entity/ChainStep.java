package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A deposit among those that mend one another.
 *
 * @param corrects number of the one that it mends; empty for the first
 */
public record ChainStep(
    long number,
    Optional<Long> corrects,
    DepositStatus status,
    int accepted,
    int rejected,
    Instant receivedAt) {}
