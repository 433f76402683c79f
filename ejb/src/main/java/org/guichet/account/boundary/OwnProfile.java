package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.ChangeWish;
import org.guichet.account.control.Identities;
import org.guichet.account.control.PasswordRules;
import org.guichet.account.control.PersonRules;
import org.guichet.account.control.PersonalData;
import org.guichet.account.control.Rights;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountSession;
import org.guichet.account.entity.Credential;
import org.guichet.account.entity.Enrolment;
import org.guichet.account.entity.LinkedIdentity;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.MailToken;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.OwnChangeOutcome;
import org.guichet.account.entity.OwnView;
import org.guichet.account.entity.PasswordStrength;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.RecoveryOutcome;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.control.PasswordHashing;
import org.guichet.platform.entity.Caller;

/** What everybody does with the own account. Links that confirm something are public. */
@Stateless
@PermitAll // rights: the own account only
public class OwnProfile {
  @Inject OwnAccount self;
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject Identities identities;
  @Inject Rights rights;
  @Inject SecondFactors factors;
  @Inject SessionOpening opening;
  @Inject PasswordHashing hashing;
  @Inject Supplier<UUID> ids;

  public OwnView view(Caller caller) {
    Account own = self.of(caller);
    Credential credential = accounts.credential(own.id());
    return new OwnView(
        ledger.view(own),
        credential.passwordChangedAt(),
        credential.totpEnrolledAt(),
        factors.recoveryCodesLeft(own),
        rights.secondFactorCompulsory(own.id()));
  }

  /** How good a password would be. */
  public PasswordStrength judge(Caller caller, String password) {
    return PasswordRules.judge(password, PasswordRules.words(self.of(caller)));
  }

  /** Changes the password; the caller stays in, whoever else is in is put out. */
  public OwnChangeOutcome changePassword(Caller caller, String present, String wanted) {
    Account own = self.of(caller);
    if (!self.proves(own, present)) {
      return refused("present", Code.PASSWORD_WRONG);
    }
    PasswordStrength strength = PasswordRules.judge(wanted, PasswordRules.words(own));
    if (!strength.mistakes().isEmpty()) {
      return new OwnChangeOutcome.Refused(strength.mistakes());
    }
    accounts.credential(own.id()).change(hashing.hash(wanted), ledger.clock.instant());
    own.putOut();
    self.session(caller).ifPresent(session -> session.follow(own));
    ledger.audit(caller, AuditAction.PASSWORD_CHANGED, own);
    ledger.mail(caller, own, Mail.of("account.passwordChanged"), ids.get().toString());
    return new OwnChangeOutcome.Done();
  }

  /** Asks for another address: by a link to the new one, with a warning to the old one. */
  public OwnChangeOutcome changeEmail(Caller caller, String email) {
    Account own = self.of(caller);
    if (!PersonRules.isEmail(email)) {
      return refused("email", Code.EMAIL_MALFORMED);
    }
    if (Account.fold(email).equals(Account.fold(own.email()))) {
      return refused("email", Code.EMAIL_SAME);
    }
    String to = email.strip();
    ledger.sendLink(
        caller,
        own,
        MailPurpose.EMAIL_CHANGE,
        Optional.of(new ChangeWish(own.name(), to).write()),
        Mail.of("account.emailChange").to(to));
    ledger.mail(caller, own, Mail.of("account.emailWarning"), ids.get().toString());
    ledger.audit(caller, AuditAction.EMAIL_CHANGE_ASKED, own);
    return new OwnChangeOutcome.MailSent();
  }

  /** What a link would change; empty when it doesn't work any more. Changes nothing. */
  public Optional<NewPerson> lookAtLink(Caller caller, MailPurpose purpose, String token) {
    return ledger
        .link(token, purpose)
        .flatMap(
            link ->
                ledger
                    .payload(link)
                    .map(ChangeWish::read)
                    .map(
                        wish ->
                            new NewPerson(
                                wish.name(),
                                wish.email(),
                                ledger.require(link.account()).language())));
  }

  /** Follows a link that confirms an address, or what an administrator proposed. */
  public OwnChangeOutcome confirm(Caller caller, MailPurpose purpose, String token) {
    MailToken link = ledger.link(token, purpose).orElse(null);
    if (link == null) {
      return refused("token", Code.CODE_WRONG);
    }
    Account account = ledger.require(link.account());
    Optional<ChangeWish> wish = ledger.payload(link).map(ChangeWish::read);
    link.spend(ledger.clock.instant());
    if (wish.isEmpty() || !ledger.usable(account)) {
      return refused("token", Code.CODE_WRONG);
    }
    PersonName name = purpose == MailPurpose.EMAIL_CHANGE ? account.name() : wish.get().name();
    ledger.edit(caller, account, name, wish.get().email(), Optional.empty());
    ledger.audit(
        caller,
        purpose == MailPurpose.EMAIL_CHANGE
            ? AuditAction.EMAIL_CHANGED
            : AuditAction.MEMBER_CHANGE_CONFIRMED,
        account);
    return new OwnChangeOutcome.Done();
  }

  public OwnChangeOutcome rename(Caller caller, PersonName name, Locale language) {
    Account own = self.of(caller);
    List<AccountMistake> mistakes = new ArrayList<>(PersonRules.mistakes(name));
    mistakes.addAll(PersonRules.mistakes(language));
    if (!mistakes.isEmpty()) {
      return new OwnChangeOutcome.Refused(mistakes);
    }
    own.speak(language);
    ledger.edit(caller, own, name, own.email(), Optional.empty());
    return new OwnChangeOutcome.Done();
  }

  /** A second factor to be put into an authenticator; nothing is kept until a code proves it. */
  public Enrolment newSecondFactor(Caller caller) {
    return factors.enrolment(factors.newSecret(), self.of(caller));
  }

  /**
   * Enrols a second factor, in place of the one that there may be.
   *
   * @param present password
   * @param secret as {@link #newSecondFactor} gave it
   * @param code that the authenticator shows for it
   */
  public RecoveryOutcome enrol(Caller caller, String present, String secret, String code) {
    Account own = self.of(caller);
    if (!self.proves(own, present)) {
      return wrong("present", Code.PASSWORD_WRONG);
    }
    if (!secret.matches("[A-Z2-7]{32}")) {
      return wrong("code", Code.CODE_WRONG);
    }
    return factors
        .enrol(caller, own, secret, code)
        .<RecoveryOutcome>map(RecoveryOutcome.Made::new)
        .orElseGet(() -> wrong("code", Code.CODE_WRONG));
  }

  /** Ten new recovery codes in place of whatever is left. */
  public RecoveryOutcome newRecoveryCodes(Caller caller, String present) {
    Account own = self.of(caller);
    if (!self.proves(own, present)) {
      return wrong("present", Code.PASSWORD_WRONG);
    }
    return new RecoveryOutcome.Made(factors.newRecoveryCodes(caller, own));
  }

  /** Goes without a second factor, where that is allowed. */
  public OwnChangeOutcome dropSecondFactor(Caller caller, String present) {
    Account own = self.of(caller);
    if (rights.secondFactorCompulsory(own.id())) {
      return refused("secondFactor", Code.SECOND_FACTOR_COMPULSORY);
    }
    if (!self.proves(own, present)) {
      return refused("present", Code.PASSWORD_WRONG);
    }
    factors.drop(own);
    ledger.audit(caller, AuditAction.SECOND_FACTOR_RESET, own);
    return new OwnChangeOutcome.Done();
  }

  /** All that is kept about the person, as JSON; no secret is in it. */
  public String myData(Caller caller) {
    Account own = self.of(caller);
    ledger.audit(caller, AuditAction.PERSONAL_DATA_EXPORTED, own);
    AccountSession session = self.session(caller).orElseThrow();
    SignedInPerson person = opening.person(own, session);
    return PersonalData.write(
        ledger.view(own),
        person.belongings(),
        signIns.sessions(own.id()).stream().map(s -> s.view(false)).toList(),
        identities.of(own.id()).stream().map(LinkedIdentity::view).toList(),
        accounts.steps(own.id()));
  }

  private static OwnChangeOutcome refused(String field, Code code) {
    return new OwnChangeOutcome.Refused(List.of(AccountMistake.of(field, code)));
  }

  private static RecoveryOutcome wrong(String field, Code code) {
    return new RecoveryOutcome.Refused(List.of(AccountMistake.of(field, code)));
  }
}
