package org.guichet.deposit.boundary;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.ScheduleExpression;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import org.guichet.deposit.entity.ReconciliationScope;
import org.guichet.platform.entity.Caller;

/** Has the desk reconciled: soon after each start what a dead run may have left, nightly all. */
@Singleton
@Startup
@DependsOn({"Migration", "DepositSweep"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ReconciliationTimer {
  private static final Caller CALLER = Caller.system("reconciliation");

  /** Clients come back first: nothing of it is urgent. */
  private static final Duration AFTER_START = Duration.ofSeconds(45);

  @Resource TimerService timers;
  @Inject Reconciliation reconciliation;
  @Inject ZoneId zone;

  @PostConstruct
  void plan() {
    timers.createSingleActionTimer(
        AFTER_START.toMillis(), new TimerConfig(ReconciliationScope.RECENT, false));
    timers.createCalendarTimer(
        new ScheduleExpression().hour("2").minute("47").timezone(zone.getId()),
        new TimerConfig(ReconciliationScope.NIGHTLY, false));
  }

  @Timeout
  void reconcile(Timer timer) {
    reconciliation.reconcile(CALLER, (ReconciliationScope) timer.getInfo());
  }
}
