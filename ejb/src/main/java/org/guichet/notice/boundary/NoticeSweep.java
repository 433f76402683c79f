package org.guichet.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.guichet.notice.control.PostedNotices;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets mails whose time is over. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NoticeSweep {
  private static final Logger log = LoggerFactory.getLogger(NoticeSweep.class);
  private static final int MOST = 500;

  @Inject Permissions permissions;
  @Inject PostedNotices notices;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Removes rows of mails that were posted long ago; one transaction of bounded size.
   *
   * @return how many; zero when nothing is left to do
   */
  public int forget(Caller caller) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    Instant before =
        clock.instant().atOffset(ZoneOffset.UTC).minus(settings.retention().mails()).toInstant();
    int forgotten = notices.removePostedBefore(before, MOST);
    if (forgotten > 0) {
      log.info("NOT-107 old notices removed count={}", forgotten);
    }
    return forgotten;
  }
}
