package org.guichet.organisation.entity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Matricule;

/**
 * A mandate as certifier and depositor see it.
 *
 * @param from its first day, in the deployment's zone
 * @param until its last day, inclusive; empty: until it is revoked
 * @param inForce whether a file dropped now would count under it
 */
public record MandateView(
    UUID id,
    Matricule certifier,
    String certifierName,
    Matricule depositor,
    String depositorName,
    LocalDate from,
    Optional<LocalDate> until,
    Instant grantedAt,
    Optional<Instant> revokedAt,
    boolean inForce) {}
