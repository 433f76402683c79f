package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.guichet.account.control.Accounts;
import org.guichet.account.entity.Account;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;

/**
 * Up to when somebody has seen what is new. What that is, each component says by itself; nothing of
 * it is copied here.
 */
@Stateless
@PermitAll // rights: the own account only
public class OwnNews {
  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;

  /** When that was last said; else when the account was made. */
  public Instant seenUntil(Caller caller) {
    Account own = ledger.require(permissions.requirePerson(caller));
    return own.seenUntil().orElseGet(own::createdAt);
  }

  /**
   * Everything up to then was seen. What was seen stays so: an earlier time changes nothing, and a
   * future one counts as now.
   */
  public void see(Caller caller, Instant until) {
    AccountId own = permissions.requirePerson(caller);
    Instant now = ledger.clock.instant();
    accounts.seen(own, until.isAfter(now) ? now : until);
  }
}
