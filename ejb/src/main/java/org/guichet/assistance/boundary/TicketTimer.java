package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.guichet.platform.entity.Caller;

/** Erases each hour. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TicketTimer {
  private static final Caller CALLER = Caller.system("ticket timer");

  @Inject TicketSweep sweep;
  @Inject TicketTelling telling;

  @Schedule(hour = "*", minute = "43", persistent = false)
  void sweep() {
    sweep.erase(CALLER);
  }

  @Schedule(hour = "*", minute = "*/5", second = "15", persistent = false)
  void tell() {
    telling.tell(CALLER);
  }
}
