package org.guichet.audit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.guichet.audit.control.AuditChain;
import org.guichet.audit.control.AuditRecords;
import org.guichet.audit.entity.AuditHead;
import org.guichet.audit.entity.AuditRecord;
import org.guichet.audit.entity.ChainHead;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;

/**
 * Gives entries their place in the chain. Whoever seals holds the lock of the head's row, so that
 * any number of servers may try at once.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AuditSealing {
  static final int BATCH = 500;

  @Inject Permissions permissions;
  @Inject AuditRecords entries;
  @Inject Clock clock;

  /**
   * Seals the oldest entries that aren't.
   *
   * @return how many; fewer than {@value #BATCH} when none is left
   */
  public int seal(Caller caller) {
    permissions.requireEverywhere(caller, Permission.AUDIT_SEAL);
    AuditHead row = entries.lockHead();
    ChainHead head = row.head();
    List<AuditRecord> waiting = entries.unsealed(BATCH);
    for (AuditRecord entry : waiting) {
      head = AuditChain.next(head, entry);
      entry.seal(head);
    }
    if (!waiting.isEmpty()) {
      row.advance(head, clock.instant());
    }
    return waiting.size();
  }

  /** How far the chain goes. */
  public ChainHead head(Caller caller) {
    permissions.requireEverywhere(caller, Permission.AUDIT_VERIFY);
    return entries.head().orElse(ChainHead.START);
  }
}
