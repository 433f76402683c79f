package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;

/**
 * A deposit has its verdict. Told in the transaction that gives it.
 *
 * @param attempt whose rows say what became of its passages
 * @param trial whether it was a dry run
 */
public record DepositDecided(
    DepositId deposit, UUID attempt, Matricule sender, Instant receivedAt, boolean trial) {}
