package org.guichet.notice.boundary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.Queue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rings for the delivery once a notice is there. Rung after the commit, so by a factory that knows
 * no transactions; a ring that fails or is lost costs a minute, until the timer looks.
 */
@ApplicationScoped
public class NoticeBell {
  private static final Logger log = LoggerFactory.getLogger(NoticeBell.class);

  @Resource(lookup = "java:/ConnectionFactory")
  ConnectionFactory factory;

  @Resource(lookup = "java:/jms/queue/guichetNotices")
  Queue queue;

  void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) NoticePosted posted) {
    try (JMSContext context = factory.createContext()) {
      context
          .createProducer()
          .setDeliveryMode(DeliveryMode.NON_PERSISTENT)
          .send(queue, posted.id().toString());
    } catch (RuntimeException e) {
      // Whatever it is: the notice is kept, and the timer is the truth.
      log.debug("NOT-103 doorbell not rung id={}", posted.id(), e);
    }
  }
}
