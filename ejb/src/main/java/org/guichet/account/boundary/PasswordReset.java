package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.GuessLimits;
import org.guichet.account.control.PasswordRules;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.ActivationView;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.MailToken;
import org.guichet.account.entity.OwnChangeOutcome;
import org.guichet.account.entity.PasswordStrength;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.control.PasswordHashing;
import org.guichet.platform.entity.Caller;

/**
 * Forgotten passwords and lost logins. Public and throttled: the answer is the same whoever is
 * asked for, and what happens is in the mail.
 */
@Stateless
@PermitAll // the link says who it is
public class PasswordReset {
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject GuessLimits limits;
  @Inject PasswordHashing hashing;
  @Inject Supplier<UUID> ids;

  /**
   * Mails a link to every account of this login or address; those that wait for their activation
   * get the activation link anew. Whoever asks isn't kept waiting for it: how long it takes would
   * tell whether there is such an account.
   */
  @Asynchronous
  public void ask(Caller caller, String loginOrEmail) {
    String name = loginOrEmail.strip().toLowerCase(Locale.ROOT);
    String source = GuessLimits.source(caller.address());
    if (name.length() > 254 || !limits.requests().tries("reset:" + name, source, false)) {
      return;
    }
    List<Account> found = new ArrayList<>(accounts.activeByEmail(Account.fold(name)));
    accounts.findByLogin(name).ifPresent(found::add);
    for (Account account : found) {
      if (account.state() == AccountState.ACTIVE) {
        ledger.audit(caller, AuditAction.PASSWORD_RESET_ASKED, account);
        ledger.sendLink(
            caller,
            account,
            MailPurpose.PASSWORD_RESET,
            Optional.empty(),
            Mail.of("account.passwordReset"));
      } else if (account.state() == AccountState.PENDING) {
        resendActivation(caller, account);
      }
    }
  }

  private void resendActivation(Caller caller, Account account) {
    Optional<String> wish =
        signIns.tokens(account.id(), MailPurpose.ACTIVATION).stream()
            .flatMap(token -> ledger.payload(token).stream())
            .findFirst();
    ledger.audit(caller, AuditAction.ACTIVATION_SENT, account);
    ledger.sendLink(caller, account, MailPurpose.ACTIVATION, wish, Mail.of("account.activation"));
  }

  /** What a link is about; empty when it doesn't work any more. Changes nothing. */
  public Optional<ActivationView> look(Caller caller, String token) {
    return ledger
        .link(token, MailPurpose.PASSWORD_RESET)
        .flatMap(
            link ->
                active(link).map(a -> new ActivationView(a.login(), a.name(), link.expiresAt())));
  }

  /**
   * Sets the password, puts out whoever is in, and begins counting wrong ones anew. The second
   * factor stays.
   */
  public OwnChangeOutcome reset(Caller caller, String token, String password) {
    MailToken link = ledger.link(token, MailPurpose.PASSWORD_RESET).orElse(null);
    Account account = link == null ? null : active(link).orElse(null);
    if (link == null || account == null) {
      return new OwnChangeOutcome.Refused(List.of(AccountMistake.of("token", Code.CODE_WRONG)));
    }
    PasswordStrength strength = PasswordRules.judge(password, PasswordRules.words(account));
    if (!strength.mistakes().isEmpty()) {
      return new OwnChangeOutcome.Refused(strength.mistakes());
    }
    Instant now = ledger.clock.instant();
    link.spend(now);
    accounts.credential(account.id()).change(hashing.hash(password), now);
    account.putOut();
    signIns.removeDevices(account.id());
    limits.passwords().forget(account.id().toString());
    ledger.audit(caller, AuditAction.PASSWORD_RESET, account);
    ledger.mail(caller, account, Mail.of("account.passwordChanged"), ids.get().toString());
    return new OwnChangeOutcome.Done();
  }

  private Optional<Account> active(MailToken link) {
    return accounts.find(link.account()).filter(a -> a.state() == AccountState.ACTIVE);
  }
}
