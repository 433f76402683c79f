package org.guichet.roster.boundary;

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

/** Erases each night who left. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PeopleTimer {
  private static final Caller CALLER = Caller.system("people timer");

  @Inject PeopleSweep sweep;

  @Schedule(hour = "3", minute = "23", persistent = false)
  void erase() {
    int erased;
    do {
      erased = sweep.erase(CALLER);
    } while (erased == PeopleSweep.MOST);
  }
}
