package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.PeopledGroup;
import org.guichet.account.entity.PeopledOrganisation;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;

/** Whose people somebody manages: organisations and groups of services, with their numbers. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class UserOverview {
  private static final Caller SYSTEM = Caller.system("overview");

  @Inject Permissions permissions;
  @Inject Memberships memberships;
  @Inject GroupRights groups;
  @Inject Rights rights;
  @Inject OrganisationDirectory directory;
  @Inject OrganisationRegister register;

  /** Whether there is anybody whom the caller, who is signed in, may manage. */
  public boolean manages(Caller caller) {
    AccountId own = permissions.requirePerson(caller);
    return everywhere(caller)
        || permissions.allowsEverywhere(caller, Permission.OPERATOR_CREATE)
        || memberships.of(own).stream()
            .anyMatch(m -> permissions.allows(caller, Permission.MEMBER_MANAGE, m.organisation()))
        || memberships.grants(own).stream()
            .anyMatch(grant -> rights.administratesGroup(own, grant.group()));
  }

  /** Whether the caller may see the people of every organisation there is. */
  private boolean everywhere(Caller caller) {
    return permissions.allowsEverywhere(caller, Permission.MEMBER_MANAGE);
  }

  /**
   * Organisations whose people the caller manages, by name.
   *
   * @param search part of a name or a matricule; empty for all
   */
  public Page<PeopledOrganisation> organisations(Caller caller, String search, PageRequest page) {
    AccountId own = permissions.requirePerson(caller);
    if (everywhere(caller)) {
      Page<OrganisationView> found =
          register.search(
              SYSTEM, new OrganisationQuery(search, OrganisationQuery.Order.NAME, false), page);
      return new Page<>(found.rows().stream().map(this::peopled).toList(), found.total());
    }
    String wanted = search.strip().toLowerCase(Locale.ROOT);
    List<OrganisationView> all =
        memberships.of(own).stream()
            .map(Membership::organisation)
            .filter(id -> permissions.allows(caller, Permission.MEMBER_MANAGE, id))
            .flatMap(id -> directory.find(SYSTEM, id).stream())
            .filter(
                view ->
                    (view.name() + " " + view.matricule())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
            .sorted(Comparator.comparing(OrganisationView::name, String::compareToIgnoreCase))
            .toList();
    return new Page<>(
        all.stream().skip(page.first()).limit(page.size()).map(this::peopled).toList(), all.size());
  }

  private PeopledOrganisation peopled(OrganisationView organisation) {
    return new PeopledOrganisation(organisation, memberships.headcount(organisation.id()));
  }

  /** Groups whose people the caller manages, in the catalogue's order. */
  public List<PeopledGroup> groups(Caller caller) {
    return groups.administered(caller).stream()
        .map(group -> new PeopledGroup(group, memberships.headcount(group.group())))
        .toList();
  }
}
