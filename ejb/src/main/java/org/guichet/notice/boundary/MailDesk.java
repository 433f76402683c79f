package org.guichet.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.control.ArgumentsJson;
import org.guichet.notice.control.NoticeTexts;
import org.guichet.notice.control.PostedNotices;
import org.guichet.notice.entity.MailState;
import org.guichet.notice.entity.Notice;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.NoticeView;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.notice.entity.ResendOutcome;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows what became of mails, and sends again what didn't arrive. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class MailDesk {
  private static final Logger log = LoggerFactory.getLogger(MailDesk.class);

  private static final int MOST_ABOUT_ONE = 20;

  @Inject Permissions permissions;
  @Inject PostedNotices notices;
  @Inject Event<NoticePosted> posted;
  @Inject Clock clock;

  /** The newest first, of one organisation or of all. */
  public List<NoticeView> list(Caller caller, NoticeQuery query) {
    require(caller, Permission.MAIL_VIEW, query.organisation());
    return notices.list(query).stream().map(MailDesk::view).toList();
  }

  /**
   * What became of an organisation's mails about something, the newest first; for other components,
   * which ask for their own rights before.
   */
  public List<MailState> about(Caller caller, OrganisationId organisation, UUID thread) {
    permissions.requireEverywhere(caller, Permission.MAIL_VIEW);
    return notices.about(organisation, thread, MOST_ABOUT_ONE).stream()
        .map(MailDesk::view)
        .map(
            view ->
                new MailState(
                    MailState.masked(view.to()),
                    view.subject(),
                    view.status(),
                    view.postedAt(),
                    view.changedAt()))
        .toList();
  }

  /**
   * Sends a notice again that was refused, came back or was given up, as patiently as a new one. It
   * keeps its Message-ID. One whose words are forgotten can't be: a new link or code is to be asked
   * for where it came from.
   *
   * @throws RefusedException with {@code NO_SUCH_MAIL}
   */
  public ResendOutcome resend(Caller caller, UUID id) {
    Optional<PostedNotice> found = notices.find(id);
    require(caller, Permission.MAIL_RESEND, found.flatMap(PostedNotice::organisation));
    PostedNotice notice =
        found.orElseThrow(
            () -> new RefusedException(RefusedException.Code.NO_SUCH_MAIL, id.toString()));
    NoticeStatus before = notice.status();
    if (!before.failed()) {
      return new ResendOutcome.NotFailed(view(notice));
    }
    if (notice.forgottenSubject().isPresent()) {
      return new ResendOutcome.Forgotten(view(notice));
    }
    notice.sendAgain(clock.instant());
    posted.fire(new NoticePosted(id));
    log.info("NOT-105 notice to be sent again id={} was={} by={}", id, before, caller.label());
    return new ResendOutcome.Requeued(view(notice));
  }

  private void require(Caller caller, Permission permission, Optional<OrganisationId> whom) {
    if (whom.isPresent()) {
      permissions.require(caller, permission, whom.get());
    } else {
      permissions.requireEverywhere(caller, permission);
    }
  }

  private static NoticeView view(PostedNotice posted) {
    Notice notice = ArgumentsJson.read(posted);
    return new NoticeView(
        posted.id(),
        posted.organisation(),
        notice.to(),
        notice.template(),
        posted
            .forgottenSubject()
            .orElseGet(() -> NoticeTexts.in(notice.language()).subject(notice)),
        posted.status(),
        posted.postedAt(),
        posted.attempts(),
        posted.status() == NoticeStatus.WAITING
            ? Optional.of(posted.nextTryAt())
            : Optional.empty(),
        posted.changedAt(),
        posted.forgottenSubject().isEmpty(),
        posted.failure());
  }
}
