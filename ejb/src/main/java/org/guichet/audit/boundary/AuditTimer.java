package org.guichet.audit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import org.guichet.audit.control.HeadFile;
import org.guichet.audit.entity.ChainHead;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Seals every few seconds, and exports the chain's head each day. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AuditTimer {
  private static final Logger log = LoggerFactory.getLogger(AuditTimer.class);
  private static final Caller CALLER = Caller.system("audit timer");

  @Inject AuditSealing sealing;
  @Inject Settings settings;
  @Inject Clock clock;

  @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
  void seal() {
    try {
      int sealed = AuditSealing.BATCH;
      while (sealed == AuditSealing.BATCH) {
        sealed = sealing.seal(CALLER);
      }
    } catch (EJBException e) {
      // Another server holds the lock, or the database is away: in five seconds again.
      log.debug("AUD-103 not sealed now", e);
    }
  }

  @Schedule(hour = "0", minute = "5", persistent = false)
  void export() {
    ChainHead head = sealing.head(CALLER);
    log.info("AUD-101 head of the audit position={} sha256={}", head.position(), head.hash());
    try {
      new HeadFile(settings.data()).append(head, clock.instant());
    } catch (IOException e) {
      log.error("AUD-901 head of the audit not exported", e);
    }
  }
}
