package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.Optional;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Sha256;

/**
 * A deposit as others see it.
 *
 * @param number by which people know it
 * @param size in bytes
 * @param sha256 of the file; empty for one that was refused before it had come whole
 * @param decidedAt when its verdict was given, or when it failed
 * @param refusal why it was refused as a whole
 * @param treatment the number that the rapport calls idTraitement
 * @param certifier matricule as the file names it
 * @param resumes the earlier deposit of the same bytes that it takes up again
 */
public record DepositView(
    DepositId id,
    long number,
    Matricule sender,
    String fileName,
    long size,
    Optional<Sha256> sha256,
    DepositKind kind,
    Channel channel,
    DepositStatus status,
    Instant receivedAt,
    Optional<Instant> decidedAt,
    Optional<RefusalCode> refusal,
    Optional<Long> treatment,
    Optional<String> idFlux,
    Optional<String> certifier,
    Optional<String> contract,
    int accepted,
    int rejected,
    Optional<DepositId> resumes) {}
