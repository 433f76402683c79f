package org.guichet.deposit.entity;

import java.util.Optional;
import org.guichet.platform.entity.OrganisationId;

/**
 * Which deposits to list.
 *
 * @param from how many to skip
 * @param most how many to list at the most
 */
public record DepositQuery(
    Optional<OrganisationId> organisation, Optional<DepositStatus> status, int from, int most) {}
