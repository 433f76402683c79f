package org.guichet.account.entity;

import java.time.Instant;
import java.util.Optional;

/**
 * The own account.
 *
 * @param recoveryCodesLeft that weren't used yet
 * @param secondFactorCompulsory for what the account may do
 */
public record OwnView(
    AccountView account,
    Optional<Instant> passwordChangedAt,
    Optional<Instant> secondFactorSince,
    long recoveryCodesLeft,
    boolean secondFactorCompulsory) {}
