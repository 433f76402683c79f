package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.Rights;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.ProviderVisit;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.account.entity.SignInStep;
import org.guichet.account.entity.SignInStep.Kind;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;

/** What comes after the first step of signing in, whether that was a password or the provider. */
@Dependent
class SignInSteps {
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject Rights rights;
  @Inject SecondFactors factors;
  @Inject SessionOpening opening;
  @Inject Tokens tokens;
  @Inject Supplier<UUID> ids;

  /**
   * In, or the step that is missing still.
   *
   * @param account active, and proven to be the caller's
   * @param visit to the provider, with which it began
   */
  SignInOutcome after(
      Caller caller, Account account, String device, String agent, Optional<ProviderVisit> visit) {
    if (!ledger.usable(account)) {
      return new SignInOutcome.Expired(begin(account, Kind.RENEWAL, Optional.empty(), visit));
    }
    if (visit.filter(ProviderVisit::provesSecondFactor).isPresent()) {
      return opening.open(caller, account, device, agent, List.of(), visit);
    }
    if (accounts.credential(account.id()).totpSecret().isPresent()) {
      return new SignInOutcome.SecondFactorNeeded(
          begin(account, Kind.SECOND_FACTOR, Optional.empty(), visit));
    }
    if (rights.secondFactorCompulsory(account.id())) {
      String secret = factors.newSecret();
      String step =
          begin(account, Kind.ENROLMENT, Optional.of(factors.close(secret, account)), visit);
      return new SignInOutcome.EnrolmentNeeded(step, factors.enrolment(secret, account));
    }
    return opening.open(caller, account, device, agent, List.of(), visit);
  }

  private String begin(
      Account account, Kind kind, Optional<String> secret, Optional<ProviderVisit> visit) {
    String token = tokens.next();
    signIns.add(
        SignInStep.begin(
            ids.get(),
            account.id(),
            Tokens.digest(token),
            kind,
            secret,
            visit.map(ProviderVisit::id),
            ledger.clock.instant()));
    return token;
  }
}
