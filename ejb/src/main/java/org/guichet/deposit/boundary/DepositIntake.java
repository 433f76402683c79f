package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import org.guichet.deposit.entity.Drop;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;

/**
 * Takes files in, from every door alike. Calling it twice for one upload is harmless. When it
 * returns, the drop is a row that outlives everything.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DepositIntake {
  @Inject DepositRegistration registration;
  @Inject Permissions permissions;

  /** Registers a file whose bytes are in the store already. */
  public IntakeOutcome receive(Caller caller, Drop drop) {
    permissions.require(caller, Permission.DEPOSIT_DROP, drop.organisation());
    try {
      return registration.register(caller, drop);
    } catch (EJBException | PersistenceException e) {
      // Of two equal drops at the same instant one meets the other's constraint. Looked at again,
      // it is an earlier one; any other cause comes up once more.
      return registration.register(caller, drop);
    }
  }
}
