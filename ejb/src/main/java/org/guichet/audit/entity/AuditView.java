package org.guichet.audit.entity;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.OrganisationId;

/**
 * An entry, opened.
 *
 * @param position in the chain; 0 while it isn't sealed
 * @param origin the address that it came from; empty once its person was erased
 * @param action name of an {@link AuditAction}
 * @param subjectType name of an {@link AuditSubject.Type}
 */
public record AuditView(
    UUID id,
    long position,
    Instant at,
    ActorKind actorKind,
    Optional<UUID> actor,
    String actorLabel,
    Channel channel,
    String origin,
    String action,
    Optional<OrganisationId> organisation,
    String subjectType,
    String subject,
    Values values) {

  /**
   * What was and what is.
   *
   * @param erased the person was erased since, and these values with them
   */
  public record Values(Map<String, String> before, Map<String, String> after, boolean erased) {
    public static final Values ERASED = new Values(Map.of(), Map.of(), true);

    public Values {
      before = Map.copyOf(before);
      after = Map.copyOf(after);
    }
  }
}
