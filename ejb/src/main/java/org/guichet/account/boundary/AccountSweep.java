package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.Identities;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.audit.boundary.PersonalKeyRing;
import org.guichet.audit.entity.AuditAction;
import org.guichet.organisation.boundary.AccountTerms;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
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

  /** The same where accounts end so soon after somebody signed in that 30 days say nothing. */
  static final Duration SHORT_NOTICE = Duration.ofDays(7);

  /** So long a registration without any right stays. */
  static final Duration PERSONAL = Duration.ofDays(30);

  /** What is over stays to be looked at for so long. */
  private static final Duration TRACES = Duration.ofDays(30);

  /** So long a visit from the provider stays that led to nothing, beyond a session's time. */
  private static final Duration VISITS = Duration.ofDays(1);

  private static final Logger log = LoggerFactory.getLogger(AccountSweep.class);
  private static final int MOST = 100;

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject Identities identities;
  @Inject Memberships memberships;
  @Inject PersonalKeyRing keyRing;
  @Inject AccountTerms terms;

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
    identities.forget(now.minus(VISITS).minus(ledger.settings.account().sessionLongest()));
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
   * Mails everybody whose account ends within 30 days, once; within 7 where accounts last less than
   * three months.
   *
   * @return how many
   */
  public int remind(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_SWEEP);
    Map<Optional<OrganisationId>, Period> lives = new LinkedHashMap<>();
    lives.put(Optional.empty(), ledger.settings.account().expiry());
    terms.ofAll(caller).forEach((id, life) -> lives.put(Optional.of(id), life));
    int reminded = 0;
    for (Map.Entry<Optional<OrganisationId>, Period> life : lives.entrySet()) {
      reminded += remind(caller, life.getKey(), life.getValue(), MOST - reminded);
    }
    return reminded;
  }

  /** Those who also belong to a more patient organisation are passed over. */
  private int remind(Caller caller, Optional<OrganisationId> organisation, Period life, int most) {
    Instant now = ledger.clock.instant();
    Instant soon = now.plus(AccountLife.isShort(life) ? SHORT_NOTICE : NOTICE);
    Instant unusedSince = soon.atOffset(ZoneOffset.UTC).minus(life).toInstant();
    int passed = 0;
    int reminded = 0;
    List<Account> ending = List.of();
    do {
      ending = accounts.toRemind(organisation, unusedSince, soon, passed, MOST);
      for (Account account : ending) {
        Instant end = account.expiresAt(ledger.life.of(account));
        if (reminded < most && end.isBefore(soon)) {
          remind(caller, account, end, now);
          reminded++;
        } else {
          passed++;
        }
      }
    } while (reminded < most && ending.size() == MOST);
    return reminded;
  }

  private void remind(Caller caller, Account account, Instant end, Instant now) {
    if (end.isAfter(now)) {
      ledger.mail(
          caller,
          account,
          Mail.of("account.expiry").with("date", ledger.day(end, account)),
          account.id() + ":" + LocalDate.ofInstant(end, ledger.settings.zone()));
    }
    account.reminded(now);
  }
}
