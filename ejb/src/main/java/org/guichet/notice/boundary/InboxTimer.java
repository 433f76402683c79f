package org.guichet.notice.boundary;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.guichet.platform.entity.Caller;

/** Looks into the inbox each minute. */
@Singleton
@Startup
@DependsOn("Migration")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InboxTimer {
  private static final Caller CALLER = Caller.system("inbox timer");

  @Inject InboxReading reading;

  @Schedule(hour = "*", minute = "*", second = "40", persistent = false)
  void look() {
    reading.readNew(CALLER);
  }
}
