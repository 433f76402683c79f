package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.audit.boundary.PersonalKeyRing;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What time does to accounts: each method is one transaction of bounded size. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class AccountSweep {
  /** Before the end, a reminder. */
  static final Duration NOTICE = Duration.ofDays(30);

  /** So long a registration without any right stays. */
  static final Duration PERSONAL = Duration.ofDays(30);

  /** What is over stays to be looked at for so long. */
  private static final Duration TRACES = Duration.ofDays(30);

  private static final Logger log = LoggerFactory.getLogger(AccountSweep.class);
  private static final int MOST = 100;

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject Memberships memberships;
  @Inject PersonalKeyRing keyRing;

  /**
   * Erases for good what was deleted 90 days ago, and registrations that came to nothing: the rows,
   * and the key without which the audit tells nothing personal any more.
   *
   * @return how many
   */
  public int erase(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_SWEEP);
    Instant now = ledger.clock.instant();
    List<Account> over = new ArrayList<>(accounts.deletedBefore(now.minus(Account.GRACE), MOST));
    for (AccountState state : List.of(AccountState.PENDING, AccountState.ACTIVE)) {
      accounts.inState(state, now.minus(PERSONAL), MOST).stream()
          .filter(this::cameToNothing)
          .forEach(over::add);
    }
    for (Account account : over) {
      ledger.audit(caller, AuditAction.ACCOUNT_ERASED, account);
      keyRing.destroy(caller, account.id());
      log.info("ACC-103 account erased account={}", account.id());
      accounts.remove(account);
    }
    signIns.forget(now.minus(TRACES));
    return over.size();
  }

  /** Whom nobody gave anything, and who registered alone. */
  private boolean cameToNothing(Account account) {
    boolean unused = account.personal() || account.state() == AccountState.PENDING;
    return unused
        && memberships.of(account.id()).isEmpty()
        && memberships.grants(account.id()).isEmpty();
  }

  /**
   * Mails everybody whose account ends within 30 days, once.
   *
   * @return how many
   */
  public int remind(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_SWEEP);
    Instant now = ledger.clock.instant();
    Instant soon = now.plus(NOTICE);
    Instant unusedSince =
        soon.atOffset(ZoneOffset.UTC).minus(ledger.settings.account().expiry()).toInstant();
    List<Account> ending = accounts.toRemind(unusedSince, soon, MOST);
    for (Account account : ending) {
      Instant end = account.expiresAt(ledger.settings.account().expiry());
      if (end.isAfter(now)) {
        ledger.mail(
            caller,
            account,
            Mail.of("account.expiry").with("date", ledger.day(end)),
            account.id() + ":" + ledger.day(end));
      }
      account.reminded(now);
    }
    return ending.size();
  }
}
