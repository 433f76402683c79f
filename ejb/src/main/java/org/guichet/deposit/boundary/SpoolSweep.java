package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guichet.deposit.control.SpoolFiles;
import org.guichet.deposit.entity.DropName;
import org.guichet.deposit.entity.PendingUpload;
import org.guichet.deposit.entity.UploadState;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes through the spool: what no session writes any more, what was meant as a drop, what is old.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SpoolSweep {
  private static final Logger log = LoggerFactory.getLogger(SpoolSweep.class);

  /** For how long a client may take to rename a file whose name isn't of a temporary form. */
  static final Duration RENAME_WITHIN = Duration.ofMinutes(10);

  @Inject UploadLedger ledger;
  @Inject Spool spool;
  @Inject SpoolFiles parts;
  @Inject PeopleSpool people;
  @Inject Permissions permissions;
  @Inject Settings.Retention retention;
  @Inject Clock clock;

  /** What sessions of earlier runs of this server had open is incomplete: their owners are told. */
  public int breakOffAbandoned(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    List<DepositId> abandoned = ledger.abandoned(caller);
    for (DepositId id : abandoned) {
      if (!people.forgetTaken(id)) {
        ledger.breakOff(caller, id);
      }
    }
    return abandoned.size();
  }

  public void sweep(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    Instant now = clock.instant();
    for (PendingUpload upload : ledger.untouchedSince(caller, now.minus(RENAME_WITHIN))) {
      try {
        if (upload.changedAt().isBefore(now.minus(retention.partials()))) {
          ledger.expire(caller, upload.id());
          parts.delete(upload.id());
        } else if (upload.state() == UploadState.WAITING && !DropName.temporary(upload.name())) {
          spool.takeSettled(caller, upload.id());
        }
      } catch (IOException | RuntimeException e) {
        log.error("DEP-904 upload not swept id={}", upload.id(), e);
      }
    }
  }
}
