package org.guichet.account.boundary;

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

/** Erases and reminds each hour, and reads the catalogue when its file changed. */
@Singleton
@Startup
@DependsOn("Migration")
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountTimer {
  private static final Caller CALLER = Caller.system("account timer");

  @Inject AccountSweep sweep;
  @Inject CatalogueDesk catalogue;

  @Schedule(hour = "*", minute = "37", persistent = false)
  void sweep() {
    sweep.erase(CALLER);
    sweep.remind(CALLER);
  }

  @Schedule(hour = "*", minute = "*", second = "*/30", persistent = false)
  void reload() {
    catalogue.reloadIfChanged(CALLER);
  }
}
