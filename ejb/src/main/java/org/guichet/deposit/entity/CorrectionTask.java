package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/**
 * A deposit whose passages are to be mended or taken back, as far as that needs to be known.
 *
 * @param certifier matricule as the file names it
 * @param attempt whose verdicts count
 * @param refused whether it was refused as a whole, so that its sound passages aren't accepted
 *     either
 * @param pending number of a correction of it that isn't decided yet
 */
public record CorrectionTask(
    DepositId id,
    long number,
    OrganisationId organisation,
    Matricule sender,
    String fileName,
    Sha256 sha256,
    String idFlux,
    String certifier,
    String contract,
    UUID attempt,
    boolean refused,
    Instant receivedAt,
    Optional<Long> pending) {}
