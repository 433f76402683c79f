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
import java.util.regex.Pattern;
import org.guichet.account.control.GroupShelf;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.GroupDraft;
import org.guichet.account.entity.GroupOutcome;
import org.guichet.account.entity.RoleGrant;
import org.guichet.account.entity.ServiceGroup;
import org.guichet.account.entity.ServiceGroupView;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes groups of services beside those of the catalogue's file, and retires them. They hold from
 * the next question on, without a restart.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class GroupDesk {
  private static final Logger log = LoggerFactory.getLogger(GroupDesk.class);
  private static final Pattern CODE =
      Pattern.compile("[A-Z][A-Z0-9-]{0," + (GroupDraft.LONGEST_CODE - 1) + "}");

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject MemberRules rules;
  @Inject Rights rights;
  @Inject GroupShelf groups;

  /**
   * A group that was made, retired or not.
   *
   * @throws RefusedException with {@code NO_SUCH_GROUP}
   */
  public ServiceGroupView find(Caller caller, String code) {
    permissions.requireEverywhere(caller, Permission.CATALOGUE_VIEW);
    return require(code).view();
  }

  public GroupOutcome make(Caller caller, GroupDraft draft) {
    permissions.requireEverywhere(caller, Permission.CATALOGUE_MANAGE);
    List<AccountMistake> mistakes = new ArrayList<>();
    if (!CODE.matcher(draft.code()).matches()) {
      mistakes.add(
          AccountMistake.of(
              "code", Code.GROUP_CODE_ODD, Integer.toString(GroupDraft.LONGEST_CODE)));
    } else if (taken(draft.code())) {
      mistakes.add(AccountMistake.of("code", Code.GROUP_CODE_TAKEN, draft.code()));
    }
    mistakes.addAll(mistakes(draft));
    if (!mistakes.isEmpty()) {
      return new GroupOutcome.Refused(mistakes);
    }
    requireToOffer(caller, draft.service(), draft.roles());
    ServiceGroup group = ServiceGroup.make(draft, ledger.clock.instant());
    groups.add(group);
    told(caller, AuditAction.GROUP_MADE, Map.of(), group);
    return new GroupOutcome.Kept(group.view());
  }

  /** Also by whoever still holds roles of a group that left the file: it must not come alive. */
  private boolean taken(String code) {
    Catalogue catalogue = rights.catalogue();
    return catalogue.group(code).isPresent()
        || catalogue.services().stream()
            .flatMap(service -> service.profileGroups().stream())
            .anyMatch(group -> group.code().equals(code))
        || groups.find(code).isPresent()
        || memberships.rolesInUse().keySet().stream().anyMatch(held -> held.startsWith(code + "/"));
  }

  private List<AccountMistake> mistakes(GroupDraft draft) {
    List<AccountMistake> mistakes = new ArrayList<>();
    name("french", draft.names().french()).ifPresent(mistakes::add);
    name("english", draft.names().english()).ifPresent(mistakes::add);
    Optional<Catalogue.Application> service = rights.catalogue().service(draft.service());
    if (service.isEmpty()) {
      mistakes.add(AccountMistake.of("service", Code.GROUP_SERVICE_UNKNOWN, draft.service()));
      return mistakes;
    }
    if (draft.roles().isEmpty()) {
      mistakes.add(AccountMistake.of("roles", Code.ROLES_EMPTY));
    }
    Set<String> unknown = new TreeSet<>(draft.roles());
    service.get().roles().forEach(role -> unknown.remove(role.code()));
    unknown.forEach(code -> mistakes.add(AccountMistake.of("roles", Code.ROLE_UNKNOWN, code)));
    return mistakes;
  }

  private static Optional<AccountMistake> name(String field, String name) {
    if (name.isBlank()) {
      return Optional.of(AccountMistake.of(field, Code.GROUP_NAME_BLANK));
    }
    return name.length() > GroupDraft.LONGEST_NAME
        ? Optional.of(
            AccountMistake.of(
                field, Code.GROUP_NAME_TOO_LONG, Integer.toString(GroupDraft.LONGEST_NAME)))
        : Optional.empty();
  }

  /**
   * Gives a group other names, and has it offer these roles. Who holds one that it doesn't offer
   * any more keeps it without any effect.
   */
  public GroupOutcome change(Caller caller, String code, Names names, Set<String> roles) {
    permissions.requireEverywhere(caller, Permission.CATALOGUE_MANAGE);
    memberships.lockOperators();
    ServiceGroup group = require(code);
    ServiceGroupView before = group.view();
    GroupDraft draft = new GroupDraft(code, before.service(), names, roles);
    List<AccountMistake> mistakes = mistakes(draft);
    if (!mistakes.isEmpty()) {
      return new GroupOutcome.Refused(mistakes);
    }
    requireToOffer(caller, before.service(), draft.roles());
    boolean operated = rules.someOperator();
    group.change(draft.names(), draft.roles());
    if (operated && !rules.someOperator()) {
      group.change(before.names(), before.roles());
      return new GroupOutcome.Refused(List.of(AccountMistake.of("roles", Code.LAST_OPERATOR)));
    }
    Set<String> exclusive = exclusiveNow(code);
    if (!exclusive.isEmpty()) {
      group.change(before.names(), before.roles());
      return new GroupOutcome.Refused(List.of(exclusive("roles", exclusive)));
    }
    told(caller, AuditAction.GROUP_CHANGED, values(before), group);
    return new GroupOutcome.Kept(group.view());
  }

  /**
   * Retires a group: what people have of it allows nothing from now on, and stays written.
   *
   * @return what stands against it; empty when it is so now
   */
  public Optional<AccountMistake> retire(Caller caller, String code) {
    permissions.requireEverywhere(caller, Permission.CATALOGUE_MANAGE);
    memberships.lockOperators();
    ServiceGroup group = require(code);
    if (group.retired()) {
      return Optional.empty();
    }
    Map<String, String> before = values(group.view());
    boolean operated = rules.someOperator();
    group.retire(ledger.clock.instant());
    if (operated && !rules.someOperator()) {
      group.reopen();
      return Optional.of(AccountMistake.of("group", Code.LAST_OPERATOR));
    }
    told(caller, AuditAction.GROUP_RETIRED, before, group);
    return Optional.empty();
  }

  /**
   * Takes a retirement back: who was in the group is in it again.
   *
   * @return what stands against it; empty when it is so now
   */
  public Optional<AccountMistake> reopen(Caller caller, String code) {
    permissions.requireEverywhere(caller, Permission.CATALOGUE_MANAGE);
    memberships.lockOperators();
    ServiceGroup group = require(code);
    if (!group.retired()) {
      return Optional.empty();
    }
    ServiceGroupView before = group.view();
    requireToOffer(caller, before.service(), before.roles());
    Map<String, String> was = values(before);
    group.reopen();
    Set<String> exclusive = exclusiveNow(code);
    if (!exclusive.isEmpty()) {
      group.retire(before.retiredAt().orElseGet(ledger.clock::instant));
      return Optional.of(exclusive("group", exclusive));
    }
    told(caller, AuditAction.GROUP_REOPENED, was, group);
    return Optional.empty();
  }

  /** Whoever lets a group make operators must be able to make some. */
  private void requireToOffer(Caller caller, String service, Set<String> roles) {
    boolean makesOperators =
        rights.catalogue().service(service).stream()
            .flatMap(found -> found.roles().stream())
            .filter(role -> roles.contains(role.code()))
            .anyMatch(role -> role.permissions().contains(Permission.OPERATOR_CREATE));
    if (makesOperators) {
      permissions.requireEverywhere(caller, Permission.OPERATOR_CREATE);
    }
  }

  /** Roles that somebody of the group would hold together though they exclude each other. */
  private Set<String> exclusiveNow(String code) {
    Set<String> exclusive = new TreeSet<>();
    for (RoleGrant grant : memberships.inGroup(code)) {
      exclusive.addAll(rights.catalogue().exclusiveRoles(rights.liveRoles(grant.account())));
    }
    return exclusive;
  }

  private static AccountMistake exclusive(String field, Set<String> roles) {
    return AccountMistake.of(field, Code.GROUP_ROLES_CLASH, String.join(", ", roles));
  }

  private ServiceGroup require(String code) {
    return groups
        .find(code)
        .orElseThrow(() -> new RefusedException(RefusedException.Code.NO_SUCH_GROUP, code));
  }

  private void told(
      Caller caller, AuditAction action, Map<String, String> before, ServiceGroup group) {
    ServiceGroupView view = group.view();
    ledger.audit(
        caller,
        AuditEntry.of(action, AuditSubject.of(AuditSubject.Type.GROUP, view.code()))
            .before(before)
            .after(values(view)));
    log.info("ACC-106 service group {} group={} by={}", action, view.code(), caller.label());
  }

  private static Map<String, String> values(ServiceGroupView group) {
    return Map.of(
        "service", group.service(),
        "french", group.names().french(),
        "english", group.names().english(),
        "roles", String.join(",", new TreeSet<>(group.roles())),
        "retired", Boolean.toString(group.retired()));
  }
}
