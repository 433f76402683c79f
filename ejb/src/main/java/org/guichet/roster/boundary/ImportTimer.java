package org.guichet.roster.boundary;

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
import org.guichet.platform.entity.Caller;
import org.guichet.roster.control.ImportBell;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has imports planned whose files are all there, finds those whose bell was lost, and forgets files
 * that nobody needs any more.
 */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ImportTimer {
  private static final Logger log = LoggerFactory.getLogger(ImportTimer.class);
  private static final Caller CALLER = Caller.system("import timer");

  @Inject ImportLine line;
  @Inject ImportSteps steps;
  @Inject ImportDrop drop;
  @Inject ImportSweep sweep;
  @Inject ImportBell bell;

  @Inject
  HeaderDictionary words; // read now: what is wrong in the deployment's own is told at the start

  @PostConstruct
  void takeUp() {
    log.info("IMP-102 taken up after a restart imports={}", steps.releaseEarlierRuns(CALLER));
  }

  @Schedule(hour = "*", minute = "*", second = "10,40", persistent = false)
  void work() {
    drop.completeOver(CALLER);
    bell.heard(); // a message that got lost must not keep others from being worked on
    line.work(CALLER);
  }

  @Schedule(hour = "4", minute = "7", persistent = false)
  void forget() {
    int forgotten;
    do {
      forgotten = sweep.forget(CALLER);
    } while (forgotten > 0);
  }
}
