package org.guichet.roster.entity;

import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;

/**
 * A piece of work on an import, and who has it.
 *
 * @param work what is to be done: a state of which {@link ImportState#isWork()} is true
 * @param choices what was said when it was taken up, as the import counts it
 */
public record WorkLease(
    UUID id, OrganisationId organisation, ImportState work, String holder, long choices) {}
