package org.guichet.notice.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.notice.control.ArgumentsJson;
import org.guichet.notice.control.NoticeTexts;
import org.guichet.notice.control.PostedNotices;
import org.guichet.notice.entity.Notice;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.platform.entity.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes mails to be sent, in the transaction of whoever decides them; they leave later. It asks for
 * no permission of its own: only other components reach it, inside a transaction in which they have
 * asked for theirs.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class Notices {
  private static final Logger log = LoggerFactory.getLogger(Notices.class);

  @Inject PostedNotices notices;
  @Inject Event<NoticePosted> posted;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Forgets all mails about this, with whom they went to and what they said. */
  public void forget(Caller caller, UUID thread) {
    int forgotten = notices.removeThread(thread);
    log.info(
        "NOT-106 notices forgotten thread={} count={} by={}", thread, forgotten, caller.label());
  }

  /**
   * Posts a notice, unless one of the same key was posted before. Two transactions that post one
   * key at the same instant are kept apart by a constraint: the later one fails as a whole.
   *
   * @throws IllegalArgumentException when there are no texts of the template's name
   */
  public void post(Caller caller, Notice notice) {
    if (!NoticeTexts.in(notice.language()).knows(notice.template())) {
      throw new IllegalArgumentException("No texts for notices of the kind " + notice.template());
    }
    if (notices.findByDedupKey(notice.dedupKey()).isPresent()) {
      log.debug("NOT-102 notice posted before template={}", notice.template());
      return;
    }
    UUID id = ids.get();
    notices.add(PostedNotice.post(id, notice, ArgumentsJson.write(notice), clock.instant()));
    posted.fire(new NoticePosted(id));
    log.info(
        "NOT-101 notice posted id={} template={} by={}", id, notice.template(), caller.label());
  }
}
