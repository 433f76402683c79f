package org.guichet.audit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.audit.control.AuditRecords;
import org.guichet.audit.control.DetailsJson;
import org.guichet.audit.control.PersonalTexts;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditRecord;
import org.guichet.audit.entity.KeptText;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;

/**
 * Writes down who did what, in the transaction of the deed. It asks for no permission of its own:
 * only other components reach it, inside a transaction in which they have asked for theirs.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class AuditTrail {
  @Inject AuditRecords entries;
  @Inject PersonalTexts texts;
  @Inject PersonalKeyRing keyRing;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /**
   * Writes an entry. Values of the subject's person are closed under that person's key, the
   * caller's address under the caller's, or under the subject's when the caller is a visitor.
   */
  public void write(Caller caller, AuditEntry entry) {
    UUID id = ids.get();
    AccountId subject = entry.subject().person().orElse(null);
    AccountId actor = caller.account().orElse(null);
    AccountId whose = actor == null && visits(caller) ? subject : actor;
    if (subject != null) {
      keyRing.ensure(caller, subject);
    }
    if (whose != null) {
      keyRing.ensure(caller, whose);
    }
    KeptText origin = texts.close(whose, caller.address(), id);
    KeptText details = texts.close(subject, DetailsJson.write(entry), id);
    entries.add(AuditRecord.write(id, caller, entry, origin, details, clock.instant()));
  }

  private static boolean visits(Caller caller) {
    return caller.actor() instanceof Caller.Actor.Visitor;
  }
}
