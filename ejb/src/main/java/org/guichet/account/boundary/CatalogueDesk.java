package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.guichet.account.control.CatalogueShelf;
import org.guichet.account.control.GroupPeople;
import org.guichet.account.control.GroupShelf;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.CatalogueChange;
import org.guichet.account.entity.CatalogueChange.Sort;
import org.guichet.account.entity.CatalogueMistake;
import org.guichet.account.entity.CatalogueStanding;
import org.guichet.account.entity.CatalogueStanding.Retired;
import org.guichet.account.entity.GroupQuery;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.RightHolder;
import org.guichet.account.entity.RoleGrant;
import org.guichet.account.entity.ServiceConnection;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Services, profiles and roles, and which organisation uses which service. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class CatalogueDesk {
  private static final Logger log = LoggerFactory.getLogger(CatalogueDesk.class);

  private static final Caller SYSTEM = Caller.system("catalogue");
  private static final int MOST = 100;

  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject CatalogueShelf shelf;
  @Inject Memberships memberships;
  @Inject Rights rights;
  @Inject GroupShelf groups;
  @Inject GroupPeople people;
  @Inject OrganisationDirectory directory;
  @Inject Supplier<UUID> ids;

  /** The catalogue in force: for everybody, names are no secret. */
  public Catalogue catalogue(Caller caller) {
    return rights.catalogue();
  }

  /** The catalogue in force, how it came to be, and what people have beside it. */
  public CatalogueStanding standing(Caller caller) {
    permissions.requireEverywhere(caller, Permission.CATALOGUE_VIEW);
    Catalogue catalogue = rights.catalogue();
    return new CatalogueStanding(
        catalogue,
        groups.all(),
        shelf.file(),
        shelf.takenAt(),
        shelf.changes(),
        shelf.mistakes(),
        retired(catalogue));
  }

  private List<Retired> retired(Catalogue catalogue) {
    List<Retired> retired = new ArrayList<>();
    memberships.servicesInUse().stream()
        .filter(code -> catalogue.service(code).isEmpty())
        .forEach(code -> retired.add(new Retired(Sort.SERVICE, code, 0)));
    memberships
        .profilesInUse()
        .forEach(
            (code, people) -> {
              if (catalogue.profile(code).isEmpty()) {
                retired.add(new Retired(Sort.PROFILE, code, people));
              }
            });
    memberships
        .rolesInUse()
        .forEach(
            (code, people) -> {
              int slash = code.indexOf('/');
              if (catalogue.role(code.substring(0, slash), code.substring(slash + 1)).isEmpty()) {
                retired.add(new Retired(Sort.ROLE, code, people));
              }
            });
    return retired;
  }

  /**
   * Who has a profile or a role, retired ones included, by name.
   *
   * @param code as in {@link CatalogueChange}
   */
  public Page<RightHolder> holders(Caller caller, Sort sort, String code, PageRequest page) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_VIEW);
    ledger.audit(
        caller,
        AuditEntry.of(
            AuditAction.MEMBERS_VIEWED, AuditSubject.of(AuditSubject.Type.CATALOGUE, code)));
    if (sort == Sort.PROFILE) {
      return new Page<>(
          people.having(code, page).stream().map(this::holder).toList(), people.having(code));
    }
    int slash = code.indexOf('/');
    String group = slash < 0 ? "" : code.substring(0, slash);
    GroupQuery query = GroupQuery.all(page).of(code.substring(slash + 1));
    return new Page<>(
        people.page(group, query).stream().map(this::holder).toList(), people.count(group, query));
  }

  private RightHolder holder(Membership membership) {
    Optional<RightHolder.Where> where =
        directory
            .find(SYSTEM, membership.organisation())
            .map(
                organisation ->
                    new RightHolder.Where(organisation.matricule(), organisation.name()));
    return holder(ledger.require(membership.account()), where);
  }

  private RightHolder holder(RoleGrant grant) {
    return holder(ledger.require(grant.account()), Optional.empty());
  }

  private static RightHolder holder(Account account, Optional<RightHolder.Where> where) {
    return new RightHolder(account.id(), account.login(), account.name(), where);
  }

  /** Reads the catalogue's file anew; with mistakes, the one in force stays. */
  public List<CatalogueMistake> reload(Caller caller) {
    permissions.requireEverywhere(caller, Permission.CATALOGUE_MANAGE);
    Catalogue before = shelf.catalogue();
    List<CatalogueMistake> mistakes = shelf.reload();
    if (mistakes.isEmpty()) {
      log.info("ACC-104 catalogue read by={}", caller.label());
      ledger.audit(
          caller,
          AuditEntry.of(
                  AuditAction.CATALOGUE_RELOADED,
                  AuditSubject.of(AuditSubject.Type.CATALOGUE, "catalogue"))
              .after(
                  Map.of(
                      "changed", shelf.catalogue().equals(before) ? "" : codes(shelf.changes()))));
    } else {
      log.error(
          "ACC-201 catalogue not read, the earlier one stays line={} problem={}",
          mistakes.get(0).line(),
          mistakes.get(0).problem());
    }
    return mistakes;
  }

  private static String codes(List<CatalogueChange> changes) {
    return changes.stream().map(CatalogueChange::code).limit(MOST).collect(Collectors.joining(","));
  }

  /** The same, when the file was written since. */
  public List<CatalogueMistake> reloadIfChanged(Caller caller) {
    permissions.requireEverywhere(caller, Permission.CATALOGUE_MANAGE);
    return shelf.outdated() ? reload(caller) : List.of();
  }

  /** Codes of the services that an organisation uses, in the catalogue's order. */
  public List<String> connected(Caller caller, OrganisationId organisation) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, organisation);
    return shelf.catalogue().services().stream()
        .map(Catalogue.Application::code)
        .filter(rights.connected(organisation))
        .toList();
  }

  /**
   * Lets an organisation use a service, or not: profiles of one that it doesn't use allow nothing.
   *
   * @return false when it was so already
   * @throws RefusedException with {@code NO_SUCH_SERVICE}
   */
  public boolean connect(Caller caller, OrganisationId organisation, String service, boolean on) {
    permissions.requireEverywhere(caller, Permission.CATALOGUE_MANAGE);
    if (shelf.catalogue().service(service).isEmpty()) {
      throw new RefusedException(RefusedException.Code.NO_SUCH_SERVICE, service);
    }
    if (rights.connected(organisation).test(service) == on) {
      return false;
    }
    ServiceConnection row =
        memberships.connections(organisation).stream()
            .filter(c -> c.service().equals(service))
            .findFirst()
            .orElse(null);
    if (row == null) {
      memberships.add(
          ServiceConnection.of(ids.get(), organisation, service, on, ledger.clock.instant()));
    } else {
      row.turn(on, ledger.clock.instant());
    }
    ledger.audit(
        caller,
        AuditEntry.of(
                on ? AuditAction.SERVICE_CONNECTED : AuditAction.SERVICE_DISCONNECTED,
                AuditSubject.of(AuditSubject.Type.SERVICE, service))
            .in(organisation)
            .before(Map.of("connected", Boolean.toString(!on)))
            .after(Map.of("connected", Boolean.toString(on))));
    return true;
  }
}
