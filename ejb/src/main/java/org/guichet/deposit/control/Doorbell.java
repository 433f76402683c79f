package org.guichet.deposit.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import org.guichet.deposit.entity.DepositWaits;
import org.guichet.platform.control.Bell;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes whoever works on the lines, once what waits there is committed. A message that is lost
 * costs a minute: the timer looks at the rows.
 */
@ApplicationScoped
public class Doorbell {
  private static final Logger log = LoggerFactory.getLogger(Doorbell.class);

  @Inject Bell bell;

  @Resource(lookup = "java:/jms/queue/guichetDeposits")
  Queue queue;

  void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) DepositWaits waits) {
    try {
      bell.ring(queue);
    } catch (JMSRuntimeException e) {
      log.warn("DEP-202 doorbell not rung, the timer will do: {}", e.toString());
    }
  }

  /** To be called before the rows are looked at: see {@link Bell#heard}. */
  public void heard() {
    bell.heard();
  }
}
