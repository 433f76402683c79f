package org.guichet.audit.entity;

import java.util.Map;
import java.util.Optional;
import org.guichet.platform.entity.OrganisationId;

/**
 * What whoever does something says of it.
 *
 * @param organisation in which it was done, if in one
 * @param before values that were, by name; never a secret
 * @param after values that are now, by name; never a secret
 */
public record AuditEntry(
    AuditAction action,
    AuditSubject subject,
    Optional<OrganisationId> organisation,
    Map<String, String> before,
    Map<String, String> after) {
  public AuditEntry {
    before = Map.copyOf(before);
    after = Map.copyOf(after);
  }

  public static AuditEntry of(AuditAction action, AuditSubject subject) {
    return new AuditEntry(action, subject, Optional.empty(), Map.of(), Map.of());
  }

  public AuditEntry in(OrganisationId place) {
    return new AuditEntry(action, subject, Optional.of(place), before, after);
  }

  public AuditEntry before(Map<String, String> values) {
    return new AuditEntry(action, subject, organisation, values, after);
  }

  public AuditEntry after(Map<String, String> values) {
    return new AuditEntry(action, subject, organisation, before, values);
  }
}
