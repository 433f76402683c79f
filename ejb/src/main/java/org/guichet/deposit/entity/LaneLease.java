package org.guichet.deposit.entity;

import java.time.Instant;
import org.guichet.platform.entity.OrganisationId;

/**
 * The right to work on one line, for a while: an organisation's real drops, or its trials.
 *
 * @param holder unique for each time a lane is claimed
 */
public record LaneLease(
    OrganisationId organisation, DepositKind kind, String holder, Instant until) {}
