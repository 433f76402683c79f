package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.PersonRules;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.CreateAccountOutcome;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.RoleGrant;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People who run the portal. The first is made at the command line of the server; there is no
 * set-up page.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Operators {
  private static final Logger log = LoggerFactory.getLogger(Operators.class);

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject Rights rights;
  @Inject Supplier<UUID> ids;

  /**
   * Makes an operator, who gets a mail with the activation link; the link is returned too.
   *
   * @param group code of a service group of the catalogue
   * @param roles codes of its roles, at least one
   */
  public CreateAccountOutcome create(
      Caller caller, NewPerson person, String group, Set<String> roles) {
    permissions.requireEverywhere(caller, Permission.OPERATOR_CREATE);
    List<AccountMistake> mistakes = new ArrayList<>(PersonRules.mistakes(person));
    if (roles.isEmpty()) {
      mistakes.add(AccountMistake.of("roles", Code.ROLES_EMPTY));
    }
    roles.stream()
        .filter(role -> rights.catalogue().role(group, role).isEmpty())
        .forEach(role -> mistakes.add(AccountMistake.of("roles", Code.ROLE_UNKNOWN, role)));
    List<String> exclusive = rights.catalogue().exclusiveRoles(roles);
    if (!exclusive.isEmpty()) {
      mistakes.add(AccountMistake.of("roles", Code.ROLES_EXCLUSIVE, String.join(", ", exclusive)));
    }
    if (!mistakes.isEmpty()) {
      return new CreateAccountOutcome.Refused(mistakes);
    }
    Account account = ledger.make(caller, person, false);
    memberships.add(RoleGrant.give(ids.get(), account.id(), group, roles, ledger.clock.instant()));
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.ROLES_GRANTED, AuditSubject.account(account.id()))
            .after(Map.of("group", group, "roles", String.join(",", roles))));
    String link =
        ledger.sendLink(
            caller,
            account,
            MailPurpose.ACTIVATION,
            Optional.empty(),
            Mail.of("account.activation"));
    log.info("ACC-101 operator added account={} by={}", account.id(), caller.label());
    return new CreateAccountOutcome.Created(ledger.view(account), link);
  }

  /** Active accounts whose roles allow this in the whole deployment: whom to write to about it. */
  public List<AccountView> deciding(Caller caller, Permission permission) {
    return list(caller).stream()
        .filter(account -> rights.everywhere(account.id()).contains(permission))
        .toList();
  }

  /** The same of one account, if it is one of them. */
  public Optional<AccountView> decider(Caller caller, Permission permission, AccountId id) {
    return deciding(caller, permission).stream()
        .filter(account -> account.id().equals(id))
        .findFirst();
  }

  /** Active accounts that have any role. */
  public List<AccountView> list(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_VIEW);
    return memberships.withRoles().stream()
        .flatMap(id -> ledger.accounts.find(id).stream())
        .map(ledger::view)
        .toList();
  }
}
