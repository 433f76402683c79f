package org.guichet.insight.entity;

import java.time.LocalDate;
import java.util.Optional;
import org.guichet.flux.FindingCode;
import org.guichet.platform.entity.Matricule;

/**
 * A passage that was refused and isn't accepted yet.
 *
 * @param deadline the last day on which it can be declared in time
 * @param number of the latest deposit that refused it
 * @param cause what refused it; empty where its file was refused as a whole
 */
public record DeadlineRow(
    String idTechnique,
    Matricule issuer,
    String issuerName,
    LocalDate validFrom,
    LocalDate deadline,
    DeadlineState state,
    long number,
    String fileName,
    Optional<FindingCode> cause) {}
