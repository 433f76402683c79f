package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.GuessLimits;
import org.guichet.account.control.Identities;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.Credential;
import org.guichet.account.entity.Enrolment;
import org.guichet.account.entity.KnownDevice;
import org.guichet.account.entity.ProviderVisit;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.account.entity.SignInOutcome.Reason;
import org.guichet.account.entity.SignInOutcome.Refused;
import org.guichet.account.entity.SignInStep;
import org.guichet.account.entity.SignInStep.Kind;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.control.PasswordHashing;
import org.guichet.platform.control.Throttle;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets people in: password, then second factor. Public: what it answers tells nobody which accounts
 * there are, in words or in time. What it keeps between two steps are rows, so that the next step
 * may come to another server.
 */
@Stateless
@PermitAll // whoever calls isn't anybody yet
public class SignIn {
  private static final Logger log = LoggerFactory.getLogger(SignIn.class);
  private static final int NAME_AT_MOST = 254;
  private static final int PASSWORD_AT_MOST = 200;

  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject Identities identities;
  @Inject SignInSteps steps;
  @Inject SecondFactors factors;
  @Inject SessionOpening opening;
  @Inject RenewalAsking renewals;
  @Inject GuessLimits limits;
  @Inject PasswordHashing hashing;

  /**
   * The first step.
   *
   * @param name login, or e-mail where exactly one account has it
   * @param device by which the browser is known from earlier; empty for none
   * @param agent what the browser calls itself
   */
  public SignInOutcome password(
      Caller caller, String name, String password, String device, String agent) {
    return prove(caller, name, password, device, agent, Optional.empty());
  }

  /**
   * The first step of somebody who came from the provider and links that identity with the own
   * account: once all steps are done, it is.
   *
   * @param offer as the return from the provider gave it
   */
  public SignInOutcome linking(
      Caller caller, String offer, String name, String password, String device, String agent) {
    Optional<ProviderVisit> visit =
        identities
            .findVisitByOffer(Tokens.digest(offer))
            .filter(found -> found.offers(ledger.clock.instant()));
    return visit.isEmpty()
        ? new Refused(Reason.STEP_OVER)
        : prove(caller, name, password, device, agent, visit);
  }

  private SignInOutcome prove(
      Caller caller,
      String name,
      String password,
      String device,
      String agent,
      Optional<ProviderVisit> visit) {
    Optional<Account> account =
        name.length() > NAME_AT_MOST ? Optional.empty() : find(name.strip());
    String key = account.map(a -> a.id().toString()).orElseGet(() -> "name:" + fold(name));
    boolean known = account.filter(a -> knows(a, device)).isPresent();
    String source =
        known ? "device:" + Tokens.digest(device) : GuessLimits.source(caller.address());
    if (!limits.passwords().tries(key, source, known)) {
      log.info("ACC-121 sign-in not looked at, tried too often by={}", caller.label());
      return new Refused(Reason.NAME_OR_PASSWORD);
    }
    if (!right(account, password)) {
      account.ifPresent(a -> refused(caller, a, "password"));
      return new Refused(Reason.NAME_OR_PASSWORD);
    }
    limits.passwords().succeeded(key, source);
    return steps.after(caller, account.orElseThrow(), device, agent, visit);
  }

  private Optional<Account> find(String name) {
    Optional<Account> byLogin = accounts.findByLogin(fold(name));
    if (byLogin.isPresent()) {
      return byLogin;
    }
    List<Account> byEmail = accounts.activeByEmail(Account.fold(name));
    return byEmail.size() == 1 ? Optional.of(byEmail.get(0)) : Optional.empty();
  }

  private static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private boolean knows(Account account, String device) {
    return !device.isEmpty()
        && signIns
            .findDevice(account.id(), Tokens.digest(device))
            .filter((KnownDevice d) -> d.known(ledger.clock.instant()))
            .isPresent();
  }

  /** One hash is computed, whatever is wrong. */
  private boolean right(Optional<Account> account, String password) {
    Optional<String> hash =
        account
            .filter(a -> a.state() == AccountState.ACTIVE)
            .map(a -> accounts.credential(a.id()))
            .flatMap(Credential::passwordHash)
            .filter(h -> password.length() <= PASSWORD_AT_MOST);
    return hash.map(h -> hashing.matches(password, h))
        .orElseGet(() -> hashing.matchesNothing(shortened(password)));
  }

  private static String shortened(String password) {
    return password.length() > PASSWORD_AT_MOST ? "" : password;
  }

  private void refused(Caller caller, Account account, String what) {
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.SIGN_IN_REFUSED, AuditSubject.account(account.id()))
            .after(Map.of("wrong", what)));
  }

  /**
   * The second step.
   *
   * @param step as the first one gave it
   * @param code of the authenticator, or one for recovery
   */
  public SignInOutcome secondFactor(
      Caller caller, String step, String code, String device, String agent) {
    return goOn(
        caller,
        step,
        Kind.SECOND_FACTOR,
        device,
        (row, account) ->
            factors.accept(caller, account, code)
                ? Optional.of(finish(caller, row, account, device, agent, List.of()))
                : Optional.empty());
  }

  /**
   * The second step of somebody who has no second factor yet and needs one.
   *
   * @param code the first that the authenticator shows
   */
  public SignInOutcome enrol(Caller caller, String step, String code, String device, String agent) {
    return goOn(
        caller,
        step,
        Kind.ENROLMENT,
        device,
        (row, account) -> {
          String secret = factors.open(row.secret().orElseThrow(), account);
          return factors
              .enrol(caller, account, secret, code)
              .map(codes -> finish(caller, row, account, device, agent, codes));
        });
  }

  /**
   * Somebody whose account is expired asks for renewal: mails the administrators of the person's
   * organisations, once for each step.
   *
   * @return false when the step is over
   */
  public boolean askRenewal(Caller caller, String step) {
    Instant now = ledger.clock.instant();
    Optional<SignInStep> row =
        signIns.findStep(Tokens.digest(step)).filter(s -> s.open(Kind.RENEWAL, now));
    row.ifPresent(
        found -> {
          accounts.find(found.account()).ifPresent(account -> renewals.ask(caller, account));
          signIns.remove(found);
        });
    return row.isPresent();
  }

  /** What to show again to somebody whose enrolment isn't finished; empty when it is over. */
  public Optional<Enrolment> enrolment(Caller caller, String step) {
    Instant now = ledger.clock.instant();
    return signIns
        .findStep(Tokens.digest(step))
        .filter(row -> row.open(Kind.ENROLMENT, now))
        .flatMap(
            row ->
                accounts
                    .find(row.account())
                    .map(
                        account ->
                            factors.enrolment(
                                factors.open(row.secret().orElseThrow(), account), account)));
  }

  private SignInOutcome goOn(
      Caller caller,
      String step,
      Kind kind,
      String device,
      BiFunction<SignInStep, Account, Optional<SignInOutcome>> check) {
    Instant now = ledger.clock.instant();
    SignInStep row =
        signIns.findStep(Tokens.digest(step)).filter(s -> s.open(kind, now)).orElse(null);
    Account account =
        row == null ? null : accounts.find(row.account()).filter(ledger::usable).orElse(null);
    if (row == null || account == null) {
      return new Refused(Reason.STEP_OVER);
    }
    boolean known = knows(account, device);
    String source =
        known ? "device:" + Tokens.digest(device) : GuessLimits.source(caller.address());
    Throttle codes = limits.codes();
    if (!codes.tries(account.id().toString(), source, known)) {
      return new Refused(Reason.CODE);
    }
    Optional<SignInOutcome> in = check.apply(row, account);
    if (in.isPresent()) {
      codes.succeeded(account.id().toString(), source);
      return in.get();
    }
    row.wrongCode();
    refused(caller, account, "code");
    return new Refused(row.open(kind, now) ? Reason.CODE : Reason.STEP_OVER);
  }

  private SignInOutcome finish(
      Caller caller,
      SignInStep row,
      Account account,
      String device,
      String agent,
      List<String> recoveryCodes) {
    Optional<ProviderVisit> visit = row.visit().flatMap(identities::findVisit);
    signIns.remove(row);
    return opening.open(caller, account, device, agent, recoveryCodes, visit);
  }
}
