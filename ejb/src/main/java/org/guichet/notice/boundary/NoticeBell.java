package org.guichet.notice.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.Queue;
import org.guichet.platform.control.Bell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings for the delivery once a notice is there. Rung after the commit, so by a factory that knows
 * no transactions; a ring that fails or is lost costs a minute, until the timer looks.
 */
@ApplicationScoped
public class NoticeBell {
  private static final Logger log = LoggerFactory.getLogger(NoticeBell.class);

  @Inject Bell bell;

  @Resource(lookup = "java:/jms/queue/guichetNotices")
  Queue queue;

  void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticePosted posted) {
    try {
      bell.ring(queue);
    } catch (RuntimeException e) {
      // Whatever it is: the notice is kept, and the timer is the truth.
      log.debug("NOT-103 doorbell not rung id={}", posted.id(), e);
    }
  }

  /** To be called before the rows are looked at: see {@link Bell#heard}. */
  void heard() {
    bell.heard();
  }
}
