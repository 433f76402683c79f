package org.guichet.platform.control;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.Dependent;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.DeliveryMode;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSProducer;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Wakes whoever listens to a queue. While a message lies there that nobody has taken, another one
 * would say nothing new: whoever takes it looks at the rows afterwards. Messages are kept in memory
 * only, over one connection that stays open: a ring that is lost costs a minute.
 */
@Dependent
public class Bell {
  /** In-VM and outside of transactions: nothing can be enlisted any more after a commit. */
  @Resource(lookup = "java:/ConnectionFactory")
  ConnectionFactory connections;

  private final AtomicBoolean rung = new AtomicBoolean();
  private @Nullable JMSContext line;

  /** For the container, which brings the connections. */
  @SuppressWarnings("NullAway.Init")
  public Bell() {}

  Bell(ConnectionFactory connections) {
    this.connections = connections;
  }

  /**
   * Sends a message to {@code queue}, always the same one, unless one waits there already.
   *
   * @throws JMSRuntimeException when it can't be sent; the next ring tries anew
   */
  public void ring(Queue queue) {
    if (!rung.compareAndSet(false, true)) {
      return;
    }
    try {
      send(queue);
    } catch (JMSRuntimeException e) {
      rung.set(false);
      throw e;
    }
  }

  /** Whoever was rung for is about to look at the rows; what comes from now on is rung for. */
  public void heard() {
    rung.set(false);
  }

  private synchronized void send(Queue queue) {
    JMSContext open = line;
    try {
      if (open == null) {
        open = connections.createContext();
        line = open;
      }
      JMSProducer producer = open.createProducer();
      producer.setDeliveryMode(DeliveryMode.NON_PERSISTENT).send(queue, "");
    } catch (JMSRuntimeException e) {
      hangUp();
      throw e;
    }
  }

  @PreDestroy
  synchronized void hangUp() {
    JMSContext open = line;
    line = null;
    if (open != null) {
      open.close();
    }
  }
}
