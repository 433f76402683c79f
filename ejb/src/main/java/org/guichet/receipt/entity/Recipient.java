package org.guichet.receipt.entity;

import java.util.Locale;
import org.guichet.platform.entity.OrganisationId;

/**
 * Somebody whom a receipt goes to.
 *
 * @param folder of its outbox: empty for an own drop, else the matricule of the partner that
 *     dropped
 */
public record Recipient(
    OrganisationId organisation, String name, String email, Locale language, String folder) {}
