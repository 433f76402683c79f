package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.account.entity.RoleGrant;

/** What holds wherever roles of a service's group are given or taken. */
@Dependent
class GroupRules {
  @Inject Memberships memberships;
  @Inject MemberRules rules;
  @Inject Rights rights;

  /**
   * What is wrong with an account having exactly these roles of a group. Asked under the lock of
   * roles.
   */
  List<AccountMistake> mistakes(Account account, String group, Set<String> wanted) {
    List<AccountMistake> mistakes = new ArrayList<>();
    Catalogue catalogue = rights.catalogue();
    if (wanted.isEmpty()) {
      mistakes.add(AccountMistake.of("roles", Code.ROLES_EMPTY));
    }
    wanted.stream()
        .filter(role -> catalogue.role(group, role).isEmpty())
        .sorted()
        .forEach(role -> mistakes.add(AccountMistake.of("roles", Code.ROLE_UNKNOWN, role)));
    List<String> exclusive = catalogue.exclusiveRoles(beside(account, group, wanted));
    if (!exclusive.isEmpty()) {
      mistakes.add(AccountMistake.of("roles", Code.ROLES_EXCLUSIVE, String.join(", ", exclusive)));
    }
    if (mistakes.isEmpty()) {
      mistakes.addAll(left(account, group, wanted, "roles"));
    }
    return mistakes;
  }

  /** Codes of roles that exclude others wherever they are held: those of other groups count too. */
  private List<String> beside(Account account, String group, Set<String> wanted) {
    List<String> all = new ArrayList<>(wanted);
    memberships.grants(account.id()).stream()
        .filter(grant -> !grant.group().equals(group))
        .flatMap(grant -> MemberRules.held(List.of(grant)).stream())
        .filter(held -> rights.catalogue().role(held.group(), held.role()).isPresent())
        .map(HeldRole::role)
        .forEach(all::add);
    return all;
  }

  /** What stands against an account going from a group. Asked under the lock of roles. */
  List<AccountMistake> leaving(Account account, String group, String field) {
    return left(account, group, Set.of(), field);
  }

  private List<AccountMistake> left(
      Account account, String group, Set<String> keeping, String field) {
    if (lastOperator(account, group, keeping)) {
      return List.of(AccountMistake.of(field, Code.LAST_OPERATOR));
    }
    return !administers(group, keeping) && rules.lastOfGroup(account, group)
        ? List.of(AccountMistake.of(field, Code.LAST_GROUP_ADMINISTRATOR))
        : List.of();
  }

  private boolean lastOperator(Account account, String group, Set<String> keeping) {
    List<RoleGrant> grants = memberships.grants(account.id());
    Set<HeldRole> before = MemberRules.held(grants);
    Set<HeldRole> after =
        before.stream()
            .filter(held -> !held.group().equals(group) || keeping.contains(held.role()))
            .collect(Collectors.toSet());
    return rules.makesOperators(before)
        && !rules.makesOperators(after)
        && rules.lastOperator(account);
  }

  private boolean administers(String group, Set<String> roles) {
    Catalogue catalogue = rights.catalogue();
    return roles.stream()
        .flatMap(role -> catalogue.role(group, role).stream())
        .anyMatch(Catalogue.Right::administrator);
  }
}
