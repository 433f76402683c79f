package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.account.control.Memberships;
import org.guichet.account.entity.AccountQuery;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.FoundPerson;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.MemberView;
import org.guichet.account.entity.Membership;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;

/**
 * Finds organisations and people among those that somebody may see: all of them, or those that they
 * belong to, look after, and mandate.
 */
@Stateless
@PermitAll // rights: what the boundaries behind this one show
public class Finding {
  private static final Caller SYSTEM = Caller.system("finding");

  @Inject Permissions permissions;
  @Inject Memberships memberships;
  @Inject OrganisationRegister register;
  @Inject OrganisationDirectory organisations;
  @Inject Members members;
  @Inject AccountDirectory accounts;

  /**
   * Organisations whose name or matricule holds the text, by name.
   *
   * @param most how many to list; all are counted
   */
  public Page<OrganisationView> organisations(Caller caller, String text, int most) {
    permissions.requirePerson(caller);
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty()) {
      return new Page<>(List.of(), 0);
    }
    if (permissions.allowsEverywhere(caller, Permission.ORGANISATION_VIEW)) {
      return register.search(
          SYSTEM,
          new OrganisationQuery(text, OrganisationQuery.Order.NAME, false),
          new PageRequest(0, most));
    }
    List<OrganisationView> found =
        visible(caller).stream()
            .filter(view -> holds(view, wanted))
            .sorted(Comparator.comparing(OrganisationView::name))
            .toList();
    return new Page<>(found.stream().limit(most).toList(), found.size());
  }

  private static boolean holds(OrganisationView view, String text) {
    return view.name().toLowerCase(Locale.ROOT).contains(text)
        || view.matricule().value().toLowerCase(Locale.ROOT).contains(text);
  }

  /** The own ones, and the depositors that those with a right to their people mandate. */
  private List<OrganisationView> visible(Caller caller) {
    Map<OrganisationId, OrganisationView> all = new LinkedHashMap<>();
    own(caller, Permission.ORGANISATION_VIEW)
        .flatMap(id -> organisations.find(SYSTEM, id).stream())
        .forEach(view -> all.put(view.id(), view));
    own(caller, Permission.MEMBER_VIEW)
        .flatMap(id -> members.depositors(caller, id).stream())
        .forEach(view -> all.putIfAbsent(view.id(), view));
    return List.copyOf(all.values());
  }

  private Stream<OrganisationId> own(Caller caller, Permission permission) {
    return memberships.of(permissions.requirePerson(caller)).stream()
        .map(Membership::organisation)
        .filter(id -> permissions.allows(caller, permission, id));
  }

  /**
   * People by words of their name, login or address: every account, or the people of organisations
   * that the caller looks after. Looking is audited.
   *
   * @param most how many to list; all are counted
   */
  public Page<FoundPerson> people(Caller caller, String text, int most) {
    permissions.requirePerson(caller);
    if (text.isBlank()) {
      return new Page<>(List.of(), 0);
    }
    PageRequest first = new PageRequest(0, most);
    if (permissions.allowsEverywhere(caller, Permission.ACCOUNT_VIEW)) {
      Page<AccountView> page =
          accounts.search(caller, new AccountQuery(text, Optional.empty(), first));
      return new Page<>(page.rows().stream().map(Finding::person).toList(), page.total());
    }
    List<FoundPerson> rows = new ArrayList<>();
    long total = 0;
    for (OrganisationId id : own(caller, Permission.MEMBER_VIEW).toList()) {
      Page<MemberView> page = members.list(caller, id, MemberQuery.of(text, first));
      OrganisationView organisation = organisations.find(SYSTEM, id).orElseThrow();
      page.rows().forEach(row -> rows.add(person(row.account(), organisation)));
      total += page.total();
    }
    return new Page<>(rows.stream().limit(most).toList(), total);
  }

  private static FoundPerson person(AccountView account) {
    return new FoundPerson(
        account.id(),
        account.login(),
        account.name(),
        account.email(),
        Optional.empty(),
        Optional.empty());
  }

  private static FoundPerson person(AccountView account, OrganisationView organisation) {
    return new FoundPerson(
        account.id(),
        account.login(),
        account.name(),
        account.email(),
        Optional.of(organisation.matricule()),
        Optional.of(organisation.name()));
  }
}
