package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.OperatorView;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.account.entity.RoleGrant;
import org.guichet.account.entity.RolesOutcome;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives and takes the roles of those who run the portal. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class OperatorRoles {
  private static final Logger log = LoggerFactory.getLogger(OperatorRoles.class);

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject MemberRules rules;
  @Inject Rights rights;
  @Inject Supplier<UUID> ids;

  /** Everybody who is active and has a role, by name. */
  public List<OperatorView> list(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_VIEW);
    return memberships.withRoles().stream()
        .map(ledger::require)
        .sorted((a, b) -> a.name().full().compareToIgnoreCase(b.name().full()))
        .map(this::view)
        .toList();
  }

  /** The roles of an account, which may have none. */
  public OperatorView find(Caller caller, AccountId id) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_VIEW);
    return view(ledger.require(id));
  }

  /**
   * Gives an active account exactly these roles; what it has from elsewhere than the catalogue in
   * force goes. Who loses one, or has no second factor yet, signs in anew. The last who may give
   * roles keeps that.
   */
  public RolesOutcome change(Caller caller, AccountId id, Set<HeldRole> wanted) {
    permissions.requireEverywhere(caller, Permission.OPERATOR_CREATE);
    memberships.lockOperators();
    permissions.requireEverywhere(caller, Permission.OPERATOR_CREATE); // as it is now
    Account account = ledger.require(id);
    Set<HeldRole> before = held(id);
    if (before.equals(wanted)) {
      return new RolesOutcome.Unchanged(view(account));
    }
    List<AccountMistake> mistakes = mistakes(account, before, wanted);
    if (!mistakes.isEmpty()) {
      return new RolesOutcome.Refused(mistakes);
    }
    give(id, wanted);
    if (!wanted.containsAll(before) || ledger.accounts.credential(id).totpSecret().isEmpty()) {
      account.putOut();
    }
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.ROLES_CHANGED, AuditSubject.account(id))
            .before(Map.of("roles", words(before)))
            .after(Map.of("roles", words(wanted))));
    ledger.mail(
        caller,
        account,
        Mail.of("account.rolesChanged")
            .with("before", names(account, before))
            .with("after", names(account, wanted)),
        ids.get().toString());
    log.info("ACC-105 roles changed account={} by={}", id, caller.label());
    return new RolesOutcome.Changed(view(account));
  }

  private List<AccountMistake> mistakes(
      Account account, Set<HeldRole> before, Set<HeldRole> wanted) {
    List<AccountMistake> mistakes = new ArrayList<>();
    if (account.state() != AccountState.ACTIVE) {
      mistakes.add(AccountMistake.of("account", Code.STATE, account.state().name()));
    }
    Catalogue catalogue = rights.catalogue();
    wanted.stream()
        .filter(held -> catalogue.role(held.group(), held.role()).isEmpty())
        .forEach(held -> mistakes.add(AccountMistake.of("roles", Code.ROLE_UNKNOWN, held.role())));
    List<String> exclusive = catalogue.exclusiveRoles(wanted.stream().map(HeldRole::role).toList());
    if (!exclusive.isEmpty()) {
      mistakes.add(AccountMistake.of("roles", Code.ROLES_EXCLUSIVE, String.join(", ", exclusive)));
    }
    if (rules.makesOperators(before)
        && !rules.makesOperators(wanted)
        && rules.lastOperator(account)) {
      mistakes.add(AccountMistake.of("roles", Code.LAST_OPERATOR));
    } else if (left(before, wanted).anyMatch(group -> rules.lastOfGroup(account, group))) {
      mistakes.add(AccountMistake.of("roles", Code.LAST_GROUP_ADMINISTRATOR));
    }
    return mistakes;
  }

  /** Groups that wouldn't be administered any more by whoever holds these roles. */
  private Stream<String> left(Set<HeldRole> before, Set<HeldRole> wanted) {
    return before.stream()
        .map(HeldRole::group)
        .distinct()
        .filter(group -> wanted.stream().noneMatch(held -> administers(held, group)));
  }

  private boolean administers(HeldRole held, String group) {
    return held.group().equals(group)
        && rights
            .catalogue()
            .role(held.group(), held.role())
            .filter(Catalogue.Right::administrator)
            .isPresent();
  }

  private void give(AccountId id, Set<HeldRole> wanted) {
    Map<String, Set<String>> byGroup =
        wanted.stream()
            .collect(
                Collectors.groupingBy(
                    HeldRole::group, Collectors.mapping(HeldRole::role, Collectors.toSet())));
    for (RoleGrant grant : memberships.grants(id)) {
      Set<String> roles = byGroup.remove(grant.group());
      if (roles == null) {
        memberships.remove(grant);
      } else {
        grant.change(roles);
      }
    }
    byGroup.forEach(
        (group, roles) ->
            memberships.add(RoleGrant.give(ids.get(), id, group, roles, ledger.clock.instant())));
  }

  private OperatorView view(Account account) {
    return new OperatorView(
        ledger.view(account),
        List.copyOf(held(account.id())),
        ledger.accounts.credential(account.id()).totpSecret().isPresent());
  }

  private Set<HeldRole> held(AccountId id) {
    return MemberRules.held(memberships.grants(id));
  }

  private static String words(Set<HeldRole> roles) {
    return roles.stream()
        .map(held -> held.group() + "/" + held.role())
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .collect(Collectors.joining(","));
  }

  /** As the person reads them; a dash, which leaves its line out of the mail, for none. */
  private String names(Account account, Set<HeldRole> roles) {
    return Optional.of(
            roles.stream()
                .map(held -> name(account, held))
                .sorted()
                .collect(Collectors.joining(", ")))
        .filter(text -> !text.isEmpty())
        .orElse("-");
  }

  private String name(Account account, HeldRole held) {
    return rights
        .catalogue()
        .role(held.group(), held.role())
        .map(role -> role.names().in(account.language()))
        .orElse(held.role());
  }
}
