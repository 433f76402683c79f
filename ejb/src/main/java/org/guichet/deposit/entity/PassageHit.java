package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * A passage that was found.
 *
 * @param holder names as they are searched, the last name first: personal data; empty when they
 *     weren't asked for
 * @param withdrawn whether it was accepted, and taken back since
 */
public record PassageHit(
    PassageKey key,
    Optional<String> idTechnique,
    Optional<String> holder,
    PassageOutcome outcome,
    boolean withdrawn,
    String fileName,
    DepositStatus status,
    Instant receivedAt) {}
