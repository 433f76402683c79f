package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.RoleGrant;
import org.guichet.account.entity.ServiceConnection;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/** What profiles and roles allow by the catalogue in force. */
@ApplicationScoped
public class Rights {
  @Inject Memberships memberships;
  @Inject CatalogueShelf shelf;
  @Inject GroupShelf groups;

  /** For the container. */
  protected Rights() {}

  public Rights(Memberships memberships, CatalogueShelf shelf, GroupShelf groups) {
    this.memberships = memberships;
    this.shelf = shelf;
    this.groups = groups;
  }

  /** The catalogue in force: the file's, with the groups that operators made. */
  public Catalogue catalogue() {
    return shelf.catalogue().with(groups.all());
  }

  /** What the account's membership of an organisation allows there. */
  public Set<Permission> in(AccountId account, OrganisationId organisation) {
    return memberships
        .find(account, organisation)
        .map(m -> shelf.catalogue().allowedBy(m.profiles(), connected(organisation)))
        .orElse(Set.of());
  }

  /** What the account's roles allow everywhere. */
  public Set<Permission> everywhere(AccountId account) {
    List<RoleGrant> grants = memberships.grants(account);
    Set<Permission> allowed = EnumSet.noneOf(Permission.class);
    if (grants.isEmpty()) {
      return allowed;
    }
    Catalogue catalogue = with(grants);
    for (RoleGrant grant : grants) {
      allowed.addAll(catalogue.allowedBy(grant.group(), grant.roles()));
    }
    return allowed;
  }

  /** Rows are asked only where the file doesn't know a group: rights are judged often. */
  private Catalogue with(List<RoleGrant> grants) {
    Catalogue file = shelf.catalogue();
    return grants.stream().allMatch(grant -> file.group(grant.group()).isPresent())
        ? file
        : catalogue();
  }

  /**
   * Codes of the roles that an account has and that allow something: of groups in force, and
   * offered by them. Roles exclude each other wherever they are held.
   */
  public Set<String> liveRoles(AccountId account) {
    List<RoleGrant> grants = memberships.grants(account);
    Catalogue catalogue = with(grants);
    return grants.stream()
        .flatMap(
            grant ->
                grant.roles().stream()
                    .filter(role -> catalogue.role(grant.group(), role).isPresent()))
        .collect(Collectors.toSet());
  }

  /** Which services an organisation uses. */
  public Predicate<String> connected(OrganisationId organisation) {
    Map<String, Boolean> said =
        memberships.connections(organisation).stream()
            .collect(Collectors.toMap(ServiceConnection::service, ServiceConnection::connected));
    return service ->
        said.getOrDefault(
            service,
            shelf.catalogue().service(service).map(Catalogue.Application::connected).orElse(false));
  }

  /** Whether the account may sign in with a second factor only: who gives rights, or has roles. */
  public boolean secondFactorCompulsory(AccountId account) {
    return !memberships.grants(account).isEmpty()
        || memberships.of(account).stream().anyMatch(m -> administrates(m.profiles()));
  }

  /** Whether a role that the account has in this group lets it give the group's roles. */
  public boolean administratesGroup(AccountId account, String group) {
    List<RoleGrant> grants = memberships.findGrant(account, group).stream().toList();
    if (grants.isEmpty()) {
      return false;
    }
    Catalogue catalogue = with(grants);
    return grants.get(0).roles().stream()
        .flatMap(role -> catalogue.role(group, role).stream())
        .anyMatch(Right::administrator);
  }

  public boolean administrates(Collection<String> profiles) {
    return shelf.catalogue().administrates(profiles);
  }
}
