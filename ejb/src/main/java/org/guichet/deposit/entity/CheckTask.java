package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/**
 * One attempt to check a deposit.
 *
 * @param attempt under which its verdict rows stand
 * @param treatment the number that the rapport calls idTraitement
 * @param refusal when it was clear before any reading that it can't be taken
 */
public record CheckTask(
    DepositId deposit,
    UUID attempt,
    long number,
    long treatment,
    OrganisationId organisation,
    Matricule sender,
    DepositKind kind,
    String fileName,
    long size,
    Optional<Sha256> sha256,
    Instant receivedAt,
    Optional<RefusalCode> refusal) {
  public boolean trial() {
    return kind == DepositKind.TRIAL;
  }
}
