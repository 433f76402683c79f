package org.guichet.receipt.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.guichet.receipt.control.Digests;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends each reader who chose it one mail a day about the receipts since the last. Whatever a
 * server that was down at the hour, or two servers at once, make of it: nothing is told twice, and
 * nothing not at all.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DailyDigest {
  private static final Logger log = LoggerFactory.getLogger(DailyDigest.class);

  @Inject Permissions permissions;
  @Inject DigestLedger ledger;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Posts the digests whose hour has come and that aren't posted yet.
   *
   * @return how many
   */
  public int sendDue(Caller caller) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    Instant until = lastHour();
    int sent = 0;
    for (Digests.Due due : ledger.due(caller, until)) {
      try {
        if (ledger.send(caller, due, until)) {
          sent++;
        }
      } catch (RuntimeException e) {
        // Mostly another server that was quicker; else the next minute tries again.
        log.warn("REC-201 digest not sent recipient={} until={}", due.recipient(), until, e);
      }
    }
    return sent;
  }

  /**
   * Removes digests that were sent longer ago than the setting says.
   *
   * @return how many
   */
  public int forgetOld(Caller caller) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    Instant before =
        clock.instant().atOffset(ZoneOffset.UTC).minus(settings.retention().mails()).toInstant();
    int all = 0;
    int forgotten;
    do {
      forgotten = ledger.forgetOld(caller, before);
      all += forgotten;
    } while (forgotten > 0);
    if (all > 0) {
      log.info("REC-113 old digests removed count={}", all);
    }
    return all;
  }

  /** The hour of digests that was last, today's or yesterday's. */
  private Instant lastHour() {
    ZonedDateTime now = clock.instant().atZone(settings.zone());
    ZonedDateTime today =
        now.toLocalDate().atTime(settings.mail().digestAt()).atZone(now.getZone());
    return (today.isAfter(now)
            ? now.toLocalDate()
                .minusDays(1)
                .atTime(settings.mail().digestAt())
                .atZone(now.getZone())
            : today)
        .toInstant();
  }
}
