package org.guichet.audit.entity;

import java.util.Optional;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;

/**
 * What a deed was done to.
 *
 * @param id names it for ever: an id, a code, a fingerprint; nothing personal, at most 100
 *     characters
 * @param person whose personal values the entry's details hold, if anybody's
 */
public record AuditSubject(Type type, String id, Optional<AccountId> person) {
  /** Kinds of subjects. */
  public enum Type {
    ACCOUNT,
    ORGANISATION,
    KEY,
    MANDATE,
    SERVICE,
    CATALOGUE,
    AUDIT,
    TICKET,
    GROUP,
    INVITATION,
    IMPORT,
    PERSON
  }

  public static AuditSubject account(AccountId id) {
    return new AuditSubject(Type.ACCOUNT, id.toString(), Optional.of(id));
  }

  public static AuditSubject organisation(OrganisationId id) {
    return new AuditSubject(Type.ORGANISATION, id.toString(), Optional.empty());
  }

  /** Something that holds no personal values. */
  public static AuditSubject of(Type type, String id) {
    return new AuditSubject(type, id, Optional.empty());
  }
}
