package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.GroupPeople;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.GroupMemberOutcome;
import org.guichet.account.entity.GroupMemberView;
import org.guichet.account.entity.GroupQuery;
import org.guichet.account.entity.RoleGrant;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A service group's people: who they are, and which of its roles they have. For whoever administers
 * the group.
 */
@Stateless
@PermitAll // rights: GroupRights, not the container
public class GroupMembers {
  private static final Logger log = LoggerFactory.getLogger(GroupMembers.class);

  @Inject GroupRights groupRights;
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject GroupPeople people;
  @Inject GroupRules rules;
  @Inject Rights rights;
  @Inject Supplier<UUID> ids;

  /**
   * A group's people.
   *
   * @param group code; of a retired one too, for whoever may make operators
   */
  public Page<GroupMemberView> list(Caller caller, String group, GroupQuery query) {
    groupRights.requireAdministration(caller, group);
    ledger.audit(caller, AuditEntry.of(AuditAction.MEMBERS_VIEWED, subject(group)));
    return new Page<>(
        people.page(group, query).stream().map(this::view).toList(), people.count(group, query));
  }

  public GroupMemberView find(Caller caller, String group, AccountId id) {
    groupRights.requireAdministration(caller, group);
    RoleGrant grant = require(group, id);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.MEMBER_VIEWED, AuditSubject.account(id))
            .after(Map.of("group", group)));
    return view(grant);
  }

  /**
   * Gives a person of the group these of its roles, in place of those that it has; what it has of
   * the past goes. The last who administers the group keeps that.
   */
  public GroupMemberOutcome change(Caller caller, String group, AccountId id, Set<String> wanted) {
    RoleGrant grant = locked(caller, group, id);
    Set<String> before = grant.roles();
    if (before.equals(wanted)) {
      return new GroupMemberOutcome.Unchanged(view(grant));
    }
    Account account = ledger.require(id);
    List<AccountMistake> mistakes =
        account.state() == AccountState.DELETED
            ? List.of(AccountMistake.of("account", Code.STATE, account.state().name()))
            : rules.mistakes(account, group, wanted);
    if (!mistakes.isEmpty()) {
      return new GroupMemberOutcome.Refused(mistakes);
    }
    grant.change(wanted);
    if (ledger.accounts.credential(id).totpSecret().isEmpty()) {
      account.putOut(); // who has roles signs in with a second factor, from now on
    }
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.ROLES_CHANGED, AuditSubject.account(id))
            .before(values(group, before))
            .after(values(group, wanted)));
    ledger.mail(
        caller,
        account,
        told(account, group, "account.groupRolesChanged")
            .with("before", names(account, group, before))
            .with("after", names(account, group, wanted)),
        ids.get().toString());
    log.info("ACC-107 group roles changed group={} account={} by={}", group, id, caller.label());
    return new GroupMemberOutcome.Changed(view(grant));
  }

  /** Takes a person out of the group, with all roles of it. The account stays. */
  public GroupMemberOutcome remove(Caller caller, String group, AccountId id) {
    RoleGrant grant = locked(caller, group, id);
    Account account = ledger.require(id);
    List<AccountMistake> mistakes = rules.leaving(account, group, "account");
    if (!mistakes.isEmpty()) {
      return new GroupMemberOutcome.Refused(mistakes);
    }
    GroupMemberView gone = view(grant);
    memberships.remove(grant);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.ROLES_CHANGED, AuditSubject.account(id))
            .before(values(group, gone.roles()))
            .after(values(group, Set.of())));
    ledger.mail(
        caller,
        account,
        told(account, group, "account.groupLeft")
            .with("before", names(account, group, gone.roles())),
        ids.get().toString());
    log.info("ACC-108 person out of group group={} account={} by={}", group, id, caller.label());
    return new GroupMemberOutcome.Changed(gone);
  }

  /** Whoever lost the right while waiting for the lock finds that out. */
  private RoleGrant locked(Caller caller, String group, AccountId id) {
    groupRights.requireAdministration(caller, group);
    memberships.lockOperators();
    groupRights.requireAdministration(caller, group);
    return require(group, id);
  }

  private RoleGrant require(String group, AccountId id) {
    return memberships
        .findGrant(id, group)
        .orElseThrow(
            () ->
                new RefusedException(
                    RefusedException.Code.NO_SUCH_ACCOUNT, id + " in group " + group));
  }

  private GroupMemberView view(RoleGrant grant) {
    return new GroupMemberView(
        ledger.view(ledger.require(grant.account())),
        grant.roles(),
        rights.administratesGroup(grant.account(), grant.group()),
        ledger.accounts.credential(grant.account()).totpSecret().isPresent(),
        grant.grantedAt());
  }

  private Mail told(Account account, String group, String template) {
    Catalogue catalogue = rights.catalogue();
    return Mail.of(template)
        .with(
            "group",
            catalogue.group(group).map(g -> g.names().in(account.language())).orElse(group))
        .with(
            "service",
            catalogue
                .serviceOfGroup(group)
                .map(service -> service.names().in(account.language()))
                .orElse("-"));
  }

  /** As the person reads them; a dash, which leaves its line out of the mail, for none. */
  private String names(Account account, String group, Set<String> roles) {
    List<Catalogue.Right> offered =
        rights.catalogue().group(group).map(RightGroup::rights).orElse(List.of());
    String named =
        offered.stream()
            .filter(role -> roles.contains(role.code()))
            .map(role -> role.names().in(account.language()))
            .collect(Collectors.joining(", "));
    return named.isEmpty() ? "-" : named;
  }

  private static AuditSubject subject(String group) {
    return AuditSubject.of(AuditSubject.Type.GROUP, group);
  }

  private static Map<String, String> values(String group, Set<String> roles) {
    return Map.of("group", group, "roles", String.join(",", roles));
  }
}
