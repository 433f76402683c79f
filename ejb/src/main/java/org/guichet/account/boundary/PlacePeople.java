package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.PersonThere;
import org.guichet.account.entity.RoleGrant;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;

/** Everybody who has rights in a place, and the places that somebody administers. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class PlacePeople {
  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject Rights rights;

  /** All of them, by name. */
  public List<PersonThere> list(Caller caller, GrantPlace place) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_VIEW);
    return place
        .<Stream<PersonThere>>fold(
            organisation -> memberships.members(organisation).stream().flatMap(this::member),
            group -> memberships.inGroup(group).stream().flatMap(this::inGroup))
        .sorted(
            Comparator.comparing((PersonThere person) -> person.name().family())
                .thenComparing(person -> person.name().given())
                .thenComparing(PersonThere::login))
        .toList();
  }

  /** Who is there and since when, and nothing else: for counting. */
  public Map<AccountId, Instant> since(Caller caller, GrantPlace place) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_VIEW);
    return place.fold(memberships::since, memberships::since);
  }

  private Stream<PersonThere> member(Membership membership) {
    return person(
        membership.account(),
        membership.profiles(),
        membership.administrator(),
        membership.grantedAt());
  }

  private Stream<PersonThere> inGroup(RoleGrant grant) {
    return person(
        grant.account(),
        grant.roles(),
        rights.administratesGroup(grant.account(), grant.group()),
        grant.grantedAt());
  }

  private Stream<PersonThere> person(
      AccountId id, Set<String> codes, boolean administrator, Instant since) {
    Account account = ledger.require(id);
    return account.state() == AccountState.DELETED
        ? Stream.empty()
        : Stream.of(
            new PersonThere(
                id,
                account.login(),
                account.name(),
                account.email(),
                account.language(),
                codes,
                administrator,
                ledger.usable(account),
                ledger.view(account).lastSignInAt(),
                since));
  }

  /** Places that the caller, who is signed in, administers by belonging there. */
  public List<GrantPlace> administered(Caller caller) {
    AccountId own = permissions.requirePerson(caller);
    return Stream.concat(
            memberships.of(own).stream()
                .map(Membership::organisation)
                .filter(id -> permissions.allows(caller, Permission.MEMBER_MANAGE, id))
                .map(GrantPlace::in),
            memberships.grants(own).stream()
                .map(RoleGrant::group)
                .filter(group -> rights.administratesGroup(own, group))
                .map(GrantPlace::in))
        .toList();
  }
}
