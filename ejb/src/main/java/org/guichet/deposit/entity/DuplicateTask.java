package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/**
 * A duplicate that is to be answered.
 *
 * @param number of the duplicate
 * @param treatment a number of its own among those of deposits, for the name of its receipt
 * @param firstNumber of the deposit that stands
 * @param certifier of the deposit that stands, once it is known
 * @param receptionDue whether its reception receipt hasn't been given
 * @param verdictDue whether the first one's verdict stands and hasn't been given again
 */
public record DuplicateTask(
    UUID id,
    long number,
    long treatment,
    DepositId first,
    long firstNumber,
    OrganisationId organisation,
    Matricule sender,
    Optional<OrganisationId> certifier,
    String fileName,
    long size,
    Optional<Sha256> sha256,
    Instant receivedAt,
    boolean receptionDue,
    boolean verdictDue) {}
