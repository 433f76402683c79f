package org.guichet.deposit.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import org.guichet.deposit.entity.DepositWaits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes whoever works on the lines, once what waits there is committed. A message that is lost
 * costs a minute: the timer looks at the rows.
 */
@Dependent
public class Doorbell {
  private static final Logger log = LoggerFactory.getLogger(Doorbell.class);

  /** In-VM and outside of transactions: nothing can be enlisted any more after a commit. */
  @Resource(lookup = "java:/ConnectionFactory")
  ConnectionFactory connections;

  @Resource(lookup = "java:/jms/queue/guichetDeposits")
  Queue queue;

  void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) DepositWaits waits) {
    try (JMSContext context = connections.createContext()) {
      context.createProducer().send(queue, "");
    } catch (JMSRuntimeException e) {
      log.warn("DEP-202 doorbell not rung, the timer will do: {}", e.toString());
    }
  }
}
