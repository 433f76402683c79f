package org.guichet.audit.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;

/**
 * Which entries are wanted; what is empty narrows nothing.
 *
 * @param actor id of a key or an account
 * @param subject as in {@link AuditSubject#id()}
 * @param since inclusive
 * @param until exclusive
 */
public record AuditQuery(
    Optional<AuditAction> action,
    Optional<UUID> actor,
    Optional<OrganisationId> organisation,
    Optional<String> subject,
    Optional<Instant> since,
    Optional<Instant> until,
    PageRequest page) {
  public static AuditQuery all(PageRequest page) {
    return new AuditQuery(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        page);
  }
}
