package org.guichet.notice.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.guichet.platform.entity.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers each minute what is due: retries, and whatever a lost doorbell or this server's last run
 * left behind.
 */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeTimer {
  private static final Logger log = LoggerFactory.getLogger(NoticeTimer.class);
  private static final Caller CALLER = Caller.system("notice timer");

  @Inject NoticeDelivery delivery;
  @Inject NoticeLedger ledger;
  @Inject NoticeBell bell;
  @Inject NoticeSweep retention;

  @PostConstruct
  void takeUp() {
    log.info("NOT-104 taken up after a restart notices={}", ledger.releaseEarlierRuns(CALLER));
  }

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void sweep() {
    bell.heard(); // a message that got lost must not keep others from being sent
    delivery.deliverDue(CALLER);
  }

  @Schedule(hour = "3", minute = "11", persistent = false)
  void forget() {
    int forgotten;
    do {
      forgotten = retention.forget(CALLER);
    } while (forgotten > 0);
  }
}
