package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.MemberView;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.account.entity.RoleGrant;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;

/** What holds whatever an administrator does to a member. */
@Dependent
class MemberRules {
  private static final Caller SYSTEM = Caller.system("members");

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject Rights rights;
  @Inject OrganisationDirectory directory;

  /** What is wrong with giving these profiles in an organisation. */
  List<AccountMistake> mistakes(OrganisationId organisation, Set<String> profiles) {
    List<AccountMistake> mistakes = new ArrayList<>();
    Catalogue catalogue = rights.catalogue();
    Predicate<String> connected = rights.connected(organisation);
    if (profiles.isEmpty()) {
      mistakes.add(AccountMistake.of("profiles", Code.PROFILES_EMPTY));
    }
    for (String code : profiles) {
      String service = catalogue.serviceOf(code).map(Catalogue.Application::code).orElse("");
      if (service.isEmpty()) {
        mistakes.add(AccountMistake.of("profiles", Code.PROFILE_UNKNOWN, code));
      } else if (!connected.test(service)) {
        mistakes.add(AccountMistake.of("profiles", Code.PROFILE_NOT_CONNECTED, code, service));
      }
    }
    List<String> exclusive = catalogue.exclusive(profiles);
    if (!exclusive.isEmpty()) {
      mistakes.add(
          AccountMistake.of("profiles", Code.PROFILES_EXCLUSIVE, String.join(", ", exclusive)));
    }
    return mistakes;
  }

  /** What is wrong with giving these roles of a group. */
  List<AccountMistake> roleMistakes(String group, Set<String> roles) {
    List<AccountMistake> mistakes = new ArrayList<>();
    Catalogue catalogue = rights.catalogue();
    if (roles.isEmpty()) {
      mistakes.add(AccountMistake.of("profiles", Code.ROLES_EMPTY));
    }
    roles.stream()
        .filter(code -> catalogue.role(group, code).isEmpty())
        .sorted()
        .forEach(code -> mistakes.add(AccountMistake.of("profiles", Code.ROLE_UNKNOWN, code)));
    List<String> exclusive = catalogue.exclusiveRoles(roles);
    if (!exclusive.isEmpty()) {
      mistakes.add(
          AccountMistake.of("profiles", Code.PROFILES_EXCLUSIVE, String.join(", ", exclusive)));
    }
    return mistakes;
  }

  /**
   * Whether this account may stop administering the organisation. Asked under the organisation's
   * lock, so that two who go at once don't both believe that the other stays.
   */
  boolean lastAdministrator(Account account, OrganisationId organisation) {
    memberships.lock(organisation);
    return memberships.administrators(organisation).equals(List.of(account.id()));
  }

  /** Whether these roles let somebody give roles. */
  boolean makesOperators(Set<HeldRole> roles) {
    return roles.stream()
        .flatMap(held -> rights.catalogue().role(held.group(), held.role()).stream())
        .anyMatch(role -> role.permissions().contains(Permission.OPERATOR_CREATE));
  }

  /**
   * Whether nobody else who is active may give roles. Asked under the lock of those who run the
   * portal, so that two who go at once don't both believe that the other stays.
   */
  boolean lastOperator(Account account) {
    memberships.lockOperators();
    return memberships.withRoles().stream()
        .filter(id -> !id.equals(account.id()))
        .filter(id -> ledger.usable(ledger.require(id)))
        .noneMatch(id -> makesOperators(held(memberships.grants(id))));
  }

  static Set<HeldRole> held(List<RoleGrant> grants) {
    return grants.stream()
        .flatMap(grant -> grant.roles().stream().map(role -> new HeldRole(grant.group(), role)))
        .collect(Collectors.toSet());
  }

  /**
   * Whether this account administers a service's group and nobody else who is active does. Asked
   * under the lock of those who have roles.
   */
  boolean lastOfGroup(Account account, String group) {
    if (!rights.administratesGroup(account.id(), group)) {
      return false;
    }
    memberships.lockOperators();
    return memberships.inGroup(group).stream()
        .map(RoleGrant::account)
        .filter(id -> !id.equals(account.id()))
        .filter(id -> rights.administratesGroup(id, group))
        .noneMatch(id -> ledger.usable(ledger.require(id)));
  }

  /** Whether anybody who is active may give roles, as things stand in this transaction. */
  boolean someOperator() {
    return memberships.withRoles().stream()
        .filter(id -> ledger.usable(ledger.require(id)))
        .anyMatch(id -> makesOperators(held(memberships.grants(id))));
  }

  /** Why it can't go: it is the last administrator of the portal, or of any organisation. */
  Optional<Code> lastAnywhere(Account account) {
    if (makesOperators(held(memberships.grants(account.id()))) && lastOperator(account)) {
      return Optional.of(Code.LAST_OPERATOR);
    }
    if (memberships.grants(account.id()).stream()
        .anyMatch(grant -> lastOfGroup(account, grant.group()))) {
      return Optional.of(Code.LAST_GROUP_ADMINISTRATOR);
    }
    boolean last =
        memberships.of(account.id()).stream()
            .filter(Membership::administrator)
            .sorted((a, b) -> a.organisation().value().compareTo(b.organisation().value()))
            .anyMatch(m -> lastAdministrator(account, m.organisation()));
    return last ? Optional.of(Code.LAST_ADMINISTRATOR) : Optional.empty();
  }

  /** Whether the caller administers every organisation of the account, and no role is given. */
  boolean ownAlone(Caller caller, Account account) {
    if (permissions.allowsEverywhere(caller, Permission.ACCOUNT_MANAGE)) {
      return true;
    }
    return memberships.grants(account.id()).isEmpty()
        && memberships.of(account.id()).stream()
            .allMatch(m -> permissions.allows(caller, Permission.MEMBER_MANAGE, m.organisation()));
  }

  /**
   * Mails the activation link, which says who invites whereto; the earlier one ends.
   *
   * @return the link
   */
  String sendActivation(Caller caller, Account account, OrganisationId organisation) {
    String inviter =
        caller.account().flatMap(ledger.accounts::find).map(a -> a.name().full()).orElse("");
    return ledger.sendLink(
        caller,
        account,
        MailPurpose.ACTIVATION,
        Optional.empty(),
        Mail.of("account.activation")
            .with("organisation", name(organisation))
            .with("inviter", inviter));
  }

  /** Profiles as the person reads them; a dash, which leaves its line out of a mail, for none. */
  String names(Account account, Set<String> profiles) {
    String named =
        rights
            .catalogue()
            .profiles()
            .filter(profile -> profiles.contains(profile.code()))
            .map(profile -> profile.names().in(account.language()))
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "-" : named;
  }

  String name(OrganisationId organisation) {
    return directory.find(SYSTEM, organisation).map(OrganisationView::name).orElse("");
  }

  MemberView view(Caller caller, Account account, Membership membership) {
    return new MemberView(
        ledger.view(account),
        membership.profiles(),
        membership.administrator(),
        ledger.accounts.credential(account.id()).totpSecret().isPresent(),
        ownAlone(caller, account),
        membership.grantedAt());
  }

  /**
   * The account's membership.
   *
   * @throws RefusedException with {@code NO_SUCH_ACCOUNT}, also when it belongs to others only
   */
  Membership require(Account account, OrganisationId organisation) {
    return memberships
        .find(account.id(), organisation)
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Code.NO_SUCH_ACCOUNT, account.id() + " in " + organisation));
  }
}
