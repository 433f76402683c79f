package org.guichet.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.control.Inbox;
import org.guichet.notice.control.PostedNotices;
import org.guichet.notice.entity.InboxPosition;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what came back, and how far the inbox was read; each in a short transaction. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class InboxLedger {
  /** By how much the clocks of mail servers may differ from ours. */
  static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);

  private static final Logger log = LoggerFactory.getLogger(InboxLedger.class);

  @Inject Permissions permissions;
  @Inject PostedNotices notices;
  @Inject Clock clock;

  /**
   * A mail came back. A report on an earlier sending of one that was sent again since changes
   * nothing, nor does the same report twice.
   *
   * @param reportedAt when the report came in
   * @return whether there is such a notice
   */
  public boolean bounced(Caller caller, UUID id, MailFailure why, Instant reportedAt) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    Optional<PostedNotice> found = notices.find(id);
    if (found.isEmpty()) {
      return false;
    }
    PostedNotice notice = found.get();
    boolean ofThisSending =
        notice.sentAt().filter(sent -> !reportedAt.plus(CLOCKS_DIFFER).isBefore(sent)).isPresent();
    if (notice.status() == NoticeStatus.SENT && ofThisSending) {
      notice.bounce(why, clock.instant());
      log.error(
          "NOT-204 notice bounced id={} template={} answer={} why={}",
          id,
          notice.template(),
          why.answer() == null ? "-" : why.answer(),
          why.words());
    }
    return true;
  }

  /** The thread of the first of these notices that went to this address, if one did. */
  public Optional<UUID> answered(Caller caller, String sender, List<UUID> ids) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    return ids.stream()
        .flatMap(id -> notices.find(id).stream())
        .filter(notice -> notice.recipient().equalsIgnoreCase(sender))
        .flatMap(notice -> notice.thread().stream())
        .findFirst();
  }

  public Inbox.Position position(Caller caller, String inbox) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    return notices
        .position(inbox)
        .map(position -> new Inbox.Position(position.validity(), position.lastUid()))
        .orElse(new Inbox.Position(0, 0));
  }

  public void reached(Caller caller, String inbox, Inbox.Position position) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    InboxPosition kept =
        notices
            .position(inbox)
            .orElseGet(
                () -> {
                  InboxPosition first = new InboxPosition(inbox);
                  notices.add(first);
                  return first;
                });
    kept.reach(position.validity(), position.lastUid());
  }
}
