package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guichet.account.boundary.SlipAccounts;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.NewPerson;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.SlipCodes;
import org.guichet.roster.control.SlipLimits;
import org.guichet.roster.control.keeping.PeopleList.Moment;
import org.guichet.roster.control.keeping.SlipBook;
import org.guichet.roster.control.keeping.SlipBook.Holder;
import org.guichet.roster.entity.SlipOutcome;
import org.guichet.roster.entity.SlipWish;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People who come in for the first time, or with a new password, with login and code of a slip.
 * Public and throttled; never tells whether there is such a login.
 */
@Stateless
@PermitAll // whoever calls isn't anybody yet
public class SlipEntrance {
  private static final Logger log = LoggerFactory.getLogger(SlipEntrance.class);
  private static final int LONGEST_LOGIN = 130;

  @Inject SlipAccounts accounts;
  @Inject SlipBook book;
  @Inject SlipCodes codes;
  @Inject SlipLimits limits;
  @Inject AuditTrail trail;
  @Inject Settings settings;
  @Inject Clock clock;

  /**
   * Makes the person's account, with the password and the address that they chose; gives the
   * account that they have, to which nothing can be mailed, the new password.
   */
  public SlipOutcome enter(Caller caller, SlipWish wish) {
    String login = wish.login().strip().toLowerCase(Locale.ROOT);
    List<AccountMistake> mistakes = accounts.mistakes(caller, login, wish.email(), wish.password());
    if (!mistakes.isEmpty()) {
      return new SlipOutcome.Refused(mistakes);
    }
    if (login.isEmpty()
        || login.length() > LONGEST_LOGIN
        || !limits.look(login, caller.address())) {
      log.info("ROS-303 slip not looked at, tried too often or without a login");
      return new SlipOutcome.NotRecognised();
    }
    Instant at = clock.instant();
    Moment now = new Moment(at, LocalDate.ofInstant(at, settings.zone()));
    Optional<Holder> holder =
        book.holder(login, now)
            .filter(
                found -> found.account().stream().allMatch(id -> accounts.renewable(caller, id)))
            .filter(
                found ->
                    book.spend(
                        found.person(),
                        codes.hash(found.person(), SlipCodes.read(wish.code())),
                        at));
    return holder
        .map(found -> entered(caller, found, wish))
        .orElseGet(SlipOutcome.NotRecognised::new);
  }

  private SlipOutcome entered(Caller caller, Holder holder, SlipWish wish) {
    AccountId account =
        holder
            .account()
            .map(
                known -> {
                  accounts.renew(caller, known, wish.password());
                  return known;
                })
            .orElseGet(() -> opened(caller, holder, wish));
    trail.write(
        caller,
        AuditEntry.of(
                AuditAction.SLIP_REDEEMED,
                AuditSubject.of(AuditSubject.Type.PERSON, holder.person().toString()))
            .in(holder.organisation())
            .after(Map.of("account", account.toString())));
    log.info("ROS-304 slip redeemed person={} account={}", holder.person(), account);
    return new SlipOutcome.Entered(holder.login());
  }

  private AccountId opened(Caller caller, Holder holder, SlipWish wish) {
    String typed = wish.email().strip();
    NewPerson person =
        new NewPerson(holder.name(), typed.isEmpty() ? holder.email() : typed, wish.language());
    AccountId account = accounts.open(caller, holder.login(), person, wish.password());
    book.enter(holder.person(), account);
    return account;
  }
}
