package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.GuessLimits;
import org.guichet.account.control.PasswordRules;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountSession;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.PasswordHashing;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;

/** The account of whoever calls, and whether it is really its person who does. */
@Dependent
class OwnAccount {
  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject GuessLimits limits;
  @Inject PasswordHashing hashing;

  /**
   * The caller's account.
   *
   * @throws RefusedException with {@code NOT_ALLOWED} for whoever isn't signed in any more
   */
  Account of(Caller caller) {
    Account own = ledger.require(permissions.requirePerson(caller));
    if (!ledger.usable(own)
        || session(caller).filter(s -> !s.ended() && s.epoch() == own.epoch()).isEmpty()) {
      throw new RefusedException(RefusedException.Code.NOT_ALLOWED, caller.label());
    }
    return own;
  }

  Optional<AccountSession> session(Caller caller) {
    return caller.actor() instanceof Caller.Actor.Person person
        ? signIns.findSession(person.session())
        : Optional.empty();
  }

  /** Whether it is the account's password. */
  boolean proves(Account own, String password) {
    String key = own.id().toString();
    return password.length() <= PasswordRules.MOST
        && limits.passwords().tries(key, "own profile", true)
        && accounts
            .credential(own.id())
            .passwordHash()
            .filter(hash -> hashing.matches(password, hash))
            .isPresent();
  }
}
