package org.guichet.roster.control;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.jms.JMSRuntimeException;
import jakarta.jms.Queue;
import org.guichet.platform.control.Bell;
import org.guichet.roster.entity.ImportWaits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes whoever works on imports, once what waits is committed. A message that is lost costs a
 * minute: the timer looks at the rows.
 */
@ApplicationScoped
public class ImportBell {
  private static final Logger log = LoggerFactory.getLogger(ImportBell.class);

  @Inject Bell bell;

  @Resource(lookup = "java:/jms/queue/guichetImports")
  Queue queue;

  void ring(@Observes(during = TransactionPhase.AFTER_SUCCESS) ImportWaits waits) {
    try {
      bell.ring(queue);
    } catch (JMSRuntimeException e) {
      log.warn("IMP-202 doorbell not rung, the timer will do: {}", e.toString());
    }
  }

  /** To be called before the rows are looked at: see {@link Bell#heard}. */
  public void heard() {
    bell.heard();
  }
}
