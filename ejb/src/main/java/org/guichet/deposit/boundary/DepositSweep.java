package org.guichet.deposit.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.guichet.deposit.control.Doorbell;
import org.guichet.platform.entity.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds, each minute, what lost doorbells and dead sessions left behind; at the start, what the
 * server's last run left behind.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DepositSweep {
  private static final Logger log = LoggerFactory.getLogger(DepositSweep.class);
  private static final Caller CALLER = Caller.system("timer");

  @Inject DepositLanes lanes;
  @Inject DepositLine line;
  @Inject Doorbell bell;
  @Inject SpoolSweep spool;
  @Inject RetentionSweep retention;

  @PostConstruct
  void takeUp() {
    int released = lanes.releaseEarlierRuns(CALLER);
    int broken = spool.breakOffAbandoned(CALLER);
    log.info("DEP-108 taken up after a restart lanes={} uploads={}", released, broken);
  }

  @Schedule(hour = "*", minute = "*", second = "10", persistent = false)
  void work() {
    bell.heard(); // a message that got lost must not keep others from being sent
    line.work(CALLER);
  }

  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void sweepSpool() {
    spool.sweep(CALLER);
  }

  @Schedule(hour = "*", minute = "23", persistent = false)
  void sweepOld() {
    retention.sweep(CALLER);
  }
}
