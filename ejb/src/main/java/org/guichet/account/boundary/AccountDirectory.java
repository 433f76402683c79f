package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountQuery;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountView;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.Permission;

/** All accounts of the deployment, for whoever runs the portal. Looking is itself audited. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class AccountDirectory {
  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject MemberRules rules;

  /** By name. */
  public Page<AccountView> search(Caller caller, AccountQuery query) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_VIEW);
    Page<AccountView> page =
        new Page<>(
            ledger.accounts.search(query).stream().map(ledger::view).toList(),
            ledger.accounts.count(query));
    ledger.audit(
        caller,
        AuditEntry.of(
                AuditAction.MEMBERS_VIEWED, AuditSubject.of(AuditSubject.Type.ACCOUNT, "search"))
            .after(
                Map.of(
                    "narrowed", Boolean.toString(!query.search().isEmpty()),
                    "state", query.state().map(Enum::name).orElse(""),
                    "first", Integer.toString(query.page().first()))));
    return page;
  }

  /**
   * Names the account of an entry, for whoever may read the audit trail; empty for one that was
   * erased.
   */
  public Optional<String> login(Caller caller, AccountId id) {
    permissions.requireEverywhere(caller, Permission.AUDIT_VIEW);
    return ledger.accounts.find(id).map(Account::login);
  }

  /**
   * Lets nobody sign in with the account, wherever it belongs, and puts out whoever is in.
   *
   * @return what stands against it; empty when it is so now
   */
  public Optional<AccountMistake> disable(Caller caller, AccountId id) {
    Account account = require(caller, id);
    if (caller.account().equals(Optional.of(id))) {
      return Optional.of(AccountMistake.of("account", Code.ONESELF));
    }
    if (account.state() != AccountState.ACTIVE) {
      return Optional.empty();
    }
    Optional<Code> last = rules.lastAnywhere(account);
    if (last.isPresent()) {
      return last.map(code -> AccountMistake.of("account", code));
    }
    account.disable();
    ledger.step(caller, account);
    ledger.audit(caller, AuditAction.ACCOUNT_DISABLED, account);
    return Optional.empty();
  }

  /** Lets its person sign in again. */
  public void enable(Caller caller, AccountId id) {
    Account account = require(caller, id);
    if (account.state() == AccountState.DISABLED) {
      account.enable();
      ledger.step(caller, account);
      ledger.audit(caller, AuditAction.ACCOUNT_ENABLED, account);
    }
  }

  private Account require(Caller caller, AccountId id) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_MANAGE);
    return ledger.require(id);
  }
}
