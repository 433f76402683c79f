package org.guichet.notice.boundary;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.guichet.platform.entity.Caller;

/** Delivers each minute what is due: retries, and whatever a lost doorbell left behind. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class NoticeTimer {
  @Inject NoticeDelivery delivery;

  @Schedule(hour = "*", minute = "*", second = "20", persistent = false)
  void sweep() {
    delivery.deliverDue(Caller.system("notice timer"));
  }
}
