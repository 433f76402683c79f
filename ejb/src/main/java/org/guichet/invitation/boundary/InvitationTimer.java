package org.guichet.invitation.boundary;

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

/** Forgets codes soon after the midnight that ends them, and reminds of those that end soon. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class InvitationTimer {
  private static final Caller CALLER = Caller.system("invitation timer");

  @Inject InvitationSweep sweep;

  @Schedule(hour = "*", minute = "3/15", persistent = false)
  void sweep() {
    sweep.wipe(CALLER);
    sweep.remind(CALLER);
  }
}
