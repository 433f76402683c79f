package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.PasswordRules;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.ActivationOutcome;
import org.guichet.account.entity.ActivationView;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.MailToken;
import org.guichet.account.entity.PasswordStrength;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.control.PasswordHashing;
import org.guichet.platform.entity.Caller;

/** Follows activation links: the person chooses a password, and the account works. Public. */
@Stateless
@PermitAll // the link says who it is
public class Activation {
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject PasswordHashing hashing;
  @Inject FirstSeat seat;

  /** What a link is about; empty when it doesn't work any more. Changes nothing. */
  public Optional<ActivationView> look(Caller caller, String token) {
    return ledger
        .link(token, MailPurpose.ACTIVATION)
        .flatMap(
            link ->
                pending(link)
                    .map(
                        account ->
                            new ActivationView(account.login(), account.name(), link.expiresAt())));
  }

  /** How good a password would be for the account behind a link; as for nobody without one. */
  public PasswordStrength judge(Caller caller, String token, String password) {
    return PasswordRules.judge(
        password,
        ledger
            .link(token, MailPurpose.ACTIVATION)
            .flatMap(this::pending)
            .map(PasswordRules::words)
            .orElse(List.of("guichet")));
  }

  /** Makes the account work, with this password. */
  public ActivationOutcome activate(Caller caller, String token, String password) {
    MailToken link = ledger.link(token, MailPurpose.ACTIVATION).orElse(null);
    Account account = link == null ? null : pending(link).orElse(null);
    if (link == null || account == null) {
      return new ActivationOutcome.LinkOver();
    }
    PasswordStrength strength = PasswordRules.judge(password, PasswordRules.words(account));
    if (!strength.mistakes().isEmpty()) {
      return new ActivationOutcome.Refused(strength.mistakes());
    }
    Instant now = ledger.clock.instant();
    Optional<String> wish = ledger.payload(link);
    accounts.credential(account.id()).change(hashing.hash(password), now);
    account.activate(now);
    link.spend(now);
    ledger.step(caller, account);
    ledger.audit(caller, AuditAction.ACCOUNT_ACTIVATED, account);
    return wish.isPresent()
        ? seat.take(caller, account, wish.get())
        : new ActivationOutcome.Activated(account.login(), false, account.personal());
  }

  private Optional<Account> pending(MailToken link) {
    return accounts.find(link.account()).filter(a -> a.state() == AccountState.PENDING);
  }
}
