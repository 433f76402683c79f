package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.guichet.deposit.entity.PassageRange;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What needn't be there with a verdict and mustn't delay it: figures for pages, and the list in
 * which people search passages. Whoever calls it finds what is left, after a crash too.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AfterVerdict {
  private static final Logger log = LoggerFactory.getLogger(AfterVerdict.class);

  @Inject ReadingLedger ledger;
  @Inject Permissions permissions;

  /** Does all that is left; what fails is left for the next time, and keeps nothing else. */
  public void catchUp(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    boolean more = true;
    while (more) {
      more = false;
      for (UUID attempt : ledger.open(caller)) {
        more |= finished(caller, attempt);
      }
    }
  }

  private boolean finished(Caller caller, UUID attempt) {
    try {
      while (ledger.goOn(caller, attempt)) {
        log.debug("DEP-112 passages counted and listed attempt={}", attempt);
      }
      return true;
    } catch (RuntimeException e) {
      log.error("DEP-907 passages not counted or listed attempt={}", attempt, e);
      return false;
    }
  }

  /**
   * Forgets holders' names where the file that told them is gone.
   *
   * @return of how many files
   */
  public int forgetNames(Caller caller) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    List<UUID> named = ledger.named(caller);
    for (UUID attempt : named) {
      PassageRange range = PassageRange.after(0);
      while (ledger.forgetNames(caller, attempt, range)) {
        range = PassageRange.after(range.last());
      }
    }
    return named.size();
  }
}
