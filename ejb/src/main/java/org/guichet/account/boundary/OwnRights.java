package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.RoleGrant;
import org.guichet.account.entity.ServiceUse;
import org.guichet.account.entity.ServiceUse.NamedRight;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;

/** What somebody may use, where they belong, and how they leave. */
@Stateless
@PermitAll // rights: the own account only
public class OwnRights {
  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject MemberRules rules;
  @Inject Rights rights;

  /** Services in the catalogue's order, once for each organisation and once for roles. */
  public List<ServiceUse> services(Caller caller) {
    Account own = own(caller);
    List<Membership> all = memberships.of(own.id());
    List<RoleGrant> grants = memberships.grants(own.id());
    List<ServiceUse> usable = new ArrayList<>();
    for (Catalogue.Application service : rights.catalogue().services()) {
      for (Membership membership : all) {
        Predicate<String> connected = rights.connected(membership.organisation());
        if (connected.test(service.code())) {
          Optional<OrganisationId> where = Optional.of(membership.organisation());
          add(usable, service, where, held(service.profileGroups(), membership.profiles()));
        }
      }
      List<NamedRight> roles =
          grants.stream()
              .flatMap(
                  grant ->
                      held(
                          service.groups().stream()
                              .filter(group -> group.code().equals(grant.group()))
                              .toList(),
                          grant.roles())
                          .stream())
              .toList();
      add(usable, service, Optional.empty(), roles);
    }
    return usable;
  }

  private static void add(
      List<ServiceUse> usable,
      Catalogue.Application service,
      Optional<OrganisationId> where,
      List<NamedRight> rights) {
    if (!rights.isEmpty()) {
      usable.add(new ServiceUse(service.code(), service.names(), where, rights));
    }
  }

  private static List<NamedRight> held(
      List<Catalogue.RightGroup> groups, Collection<String> codes) {
    return groups.stream()
        .flatMap(group -> group.rights().stream())
        .filter(right -> codes.contains(right.code()))
        .map(right -> new NamedRight(right.code(), right.names()))
        .toList();
  }

  /**
   * Ends the own membership of an organisation. The account stays.
   *
   * @return what stands against it; empty when it is done
   * @throws RefusedException with {@code NO_SUCH_ACCOUNT} where there is no membership
   */
  public Optional<AccountMistake> leave(Caller caller, OrganisationId organisation) {
    Account own = own(caller);
    Membership membership = rules.require(own, organisation);
    if (membership.administrator() && rules.lastAdministrator(own, organisation)) {
      return Optional.of(AccountMistake.of("organisation", Code.LAST_ADMINISTRATOR));
    }
    memberships.remove(membership);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.MEMBERSHIP_ENDED, AuditSubject.account(own.id()))
            .in(organisation)
            .before(Map.of("profiles", String.join(",", membership.profiles()))));
    return Optional.empty();
  }

  private Account own(Caller caller) {
    return ledger.require(permissions.requirePerson(caller));
  }
}
