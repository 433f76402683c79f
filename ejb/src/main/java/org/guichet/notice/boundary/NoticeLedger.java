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
import org.guichet.notice.control.ArgumentsJson;
import org.guichet.notice.control.NoticeTexts;
import org.guichet.notice.control.PostedNotices;
import org.guichet.notice.control.RetrySchedule;
import org.guichet.notice.entity.Letter;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.Notice;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what becomes of notices, each step in a short transaction of its own. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class NoticeLedger {
  /** Longer than any mail takes; a server that never comes back holds its letters for so long. */
  static final Duration LEASE = Duration.ofMinutes(10);

  private static final Logger log = LoggerFactory.getLogger(NoticeLedger.class);

  @Inject Permissions permissions;
  @Inject PostedNotices notices;
  @Inject ServerRun run;
  @Inject Clock clock;

  /** Notices to be sent now that nobody is at, the longest due first. */
  public List<UUID> due(Caller caller, int atMost) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    return notices.due(clock.instant(), atMost);
  }

  /** Takes the lease of a notice; empty when it isn't due any more, or somebody else is at it. */
  public Optional<Letter> claim(Caller caller, UUID id) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    Instant now = clock.instant();
    if (!notices.claim(id, now, run.name(), now.plus(LEASE))) {
      return Optional.empty();
    }
    return notices
        .find(id)
        .map(n -> new Letter(id, ArgumentsJson.read(n), n.postedAt(), notices.before(n)));
  }

  /** Lets go of what earlier runs of this server held: they send nothing any more. */
  public int releaseEarlierRuns(Caller caller) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    return notices.releaseEarlierRuns(run.node(), run.name());
  }

  /** It is out of our hands. Harmless when it was sent before. */
  public void sent(Caller caller, UUID id) {
    PostedNotice notice = find(caller, id);
    if (notice.status() == NoticeStatus.WAITING) {
      notice.sent(clock.instant());
      log.info(
          "NOT-111 notice sent id={} template={} attempts={}",
          id,
          notice.template(),
          notice.attempts());
      forgetWords(notice);
    }
  }

  private static void forgetWords(PostedNotice posted) {
    if (posted.tellsTooMuch()) {
      Notice notice = ArgumentsJson.read(posted);
      posted.forgetWords(NoticeTexts.in(notice.language()).subject(notice));
    }
  }

  /** It could not be sent: later again, refused, or given up. Harmless when it was sent before. */
  public void failed(Caller caller, UUID id, MailFailure why) {
    PostedNotice notice = find(caller, id);
    if (notice.status() != NoticeStatus.WAITING) {
      return;
    }
    Instant now = clock.instant();
    if (why.kind().forGood()) {
      notice.refuse(why, now);
      log.error("NOT-203 notice refused {}", told(notice, why));
      forgetWords(notice);
      return;
    }
    Optional<Instant> next = RetrySchedule.next(notice.attempts() + 1, notice.waitingSince(), now);
    if (next.isPresent()) {
      notice.delay(why, next.get());
      log.warn("NOT-112 notice delayed {} next={}", told(notice, why), next.get());
    } else {
      notice.giveUp(why, now);
      log.error("NOT-201 notice given up {} posted={}", told(notice, why), notice.postedAt());
      forgetWords(notice);
    }
  }

  /** Whatever waits because no mail could be sent at all is due now. */
  public void serverIsBack(Caller caller) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    int woken = notices.wake(clock.instant());
    if (woken > 0) {
      log.info("NOT-114 mail server is back notices={}", woken);
    }
  }

  private static String told(PostedNotice notice, MailFailure why) {
    return "id=%s template=%s attempts=%d kind=%s answer=%s why=%s"
        .formatted(
            notice.id(),
            notice.template(),
            notice.attempts(),
            why.kind(),
            why.answer() == null ? "-" : why.answer(),
            why.words());
  }

  private PostedNotice find(Caller caller, UUID id) {
    permissions.requireEverywhere(caller, Permission.NOTICE_DELIVER);
    return notices.find(id).orElseThrow();
  }
}
