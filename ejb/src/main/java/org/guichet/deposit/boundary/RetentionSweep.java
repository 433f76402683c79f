package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.platform.entity.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets what isn't to be kept any longer: trials, corrections that nobody goes on with, and the
 * files of deposits long decided.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RetentionSweep {
  private static final Logger log = LoggerFactory.getLogger(RetentionSweep.class);

  @Inject RetentionLedger ledger;
  @Inject AfterVerdict after;
  @Inject FileStore store;
  @Inject Permissions permissions;
  @Inject Settings.Retention retention;
  @Inject Clock clock;
  @Inject ZoneId zone;

  public void sweep(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    int trials = ledger.forgetTrials(caller, before(retention.trials()));
    int drafts = ledger.forgetDrafts(caller, before(retention.trials()));
    Instant over = before(retention.files());
    List<Sha256> files = ledger.forgetFiles(caller, over);
    for (Sha256 file : files) {
      try {
        store.erase(file, over); // the same bytes may be coming in at this moment, without a row
      } catch (IOException e) {
        log.error("DEP-905 file not erased sha256={}", file, e);
      }
    }
    int nameless = after.forgetNames(caller);
    if (trials > 0 || drafts > 0 || !files.isEmpty() || nameless > 0) {
      log.info(
          "DEP-109 retention over trials={} files={} drafts={} nameless={}",
          trials,
          files.size(),
          drafts,
          nameless);
    }
  }

  private Instant before(Period period) {
    return clock.instant().atZone(zone).minus(period).toInstant();
  }
}
