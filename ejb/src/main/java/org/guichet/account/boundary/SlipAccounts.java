package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.GuessLimits;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.PasswordRules;
import org.guichet.account.control.PersonRules;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.NewPerson;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.control.PasswordHashing;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;

/**
 * Accounts of people whom an organisation knows, who come in with a login that was kept for them.
 * They have no right, and may have no address: then nothing is mailed to them.
 */
@Stateless
@PermitAll // whoever calls has looked at the slip
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class SlipAccounts {
  @Inject AccountLedger ledger;
  @Inject Accounts accounts;
  @Inject Memberships memberships;
  @Inject SignIns signIns;
  @Inject GuessLimits limits;
  @Inject PasswordHashing hashing;

  /**
   * What keeps these from being taken; says nothing of whether there is such a login.
   *
   * @param email empty for none
   */
  public List<AccountMistake> mistakes(Caller caller, String login, String email, String password) {
    List<AccountMistake> mistakes = new ArrayList<>();
    if (!email.isBlank() && !PersonRules.isEmail(email)) {
      mistakes.add(AccountMistake.of("email", AccountMistake.Code.EMAIL_MALFORMED));
    }
    mistakes.addAll(PasswordRules.judge(password, PasswordRules.words(login)).mistakes());
    return mistakes;
  }

  /**
   * Makes an account that works at once.
   *
   * @param login that was kept for this person, and that no account has
   * @param person without mistakes; the address may be empty, and isn't taken where an account has
   *     it
   */
  public AccountId open(Caller caller, String login, NewPerson person, String password) {
    // Nobody has proven it: it mustn't stand in the way of whoever signs in by it already.
    boolean used =
        !person.email().isEmpty()
            && !accounts.activeByEmail(Account.fold(person.email())).isEmpty();
    NewPerson made = used ? new NewPerson(person.name(), "", person.language()) : person;
    Account account = ledger.make(caller, login, made, false);
    Instant now = ledger.clock.instant();
    accounts.credential(account.id()).change(hashing.hash(password), now);
    account.activate(now);
    ledger.step(caller, account);
    ledger.audit(
        caller, AuditEntry.of(AuditAction.ACCOUNT_ACTIVATED, AuditSubject.account(account.id())));
    return account.id();
  }

  /**
   * Whether a slip may give this account a new password: it works, nothing can be mailed to its
   * person, and nobody gave it any right that whoever prints slips would come by.
   */
  public boolean renewable(Caller caller, AccountId id) {
    return accounts
        .find(id)
        .filter(found -> found.state() == AccountState.ACTIVE && found.email().isEmpty())
        .filter(found -> isWithoutRights(id))
        .isPresent();
  }

  /**
   * Gives an account that is {@link #renewable} a new password, puts out whoever is in, and begins
   * counting wrong ones anew. The second factor stays.
   *
   * @param password without mistakes
   */
  public void renew(Caller caller, AccountId id, String password) {
    Account account = accounts.find(id).orElseThrow();
    accounts.credential(id).change(hashing.hash(password), ledger.clock.instant());
    account.putOut();
    signIns.removeDevices(id);
    limits.passwords().forget(id.toString());
    ledger.audit(caller, AuditAction.PASSWORD_RESET, account);
  }

  private boolean isWithoutRights(AccountId id) {
    return memberships.of(id).isEmpty() && memberships.grants(id).isEmpty();
  }

  /**
   * Deletes an account that nobody gave any right, as if its person had; others stay.
   *
   * @return whether it was deleted
   */
  public boolean close(Caller caller, AccountId id) {
    Optional<Account> account =
        accounts
            .find(id)
            .filter(found -> found.state() != AccountState.DELETED)
            .filter(found -> isWithoutRights(id));
    return account.filter(found -> ledger.delete(caller, found, Optional.empty())).isPresent();
  }
}
