package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.PersonRules;
import org.guichet.account.control.Rights;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AdministeredPlaces;
import org.guichet.account.entity.Catalogue;
import org.guichet.account.entity.GrantLook;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.RoleGrant;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/**
 * Adds rights to what somebody has, for components whose own rules say who may. Only within the
 * transaction of another boundary, which has asked.
 */
@Stateless
@PermitAll // rights: of the boundary that calls
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class RightsGiving {
  @Inject Permissions permissions;
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject MemberRules rules;
  @Inject GroupRights groups;
  @Inject Rights rights;
  @Inject Supplier<UUID> ids;

  /** Where the caller, who is signed in, gives rights. */
  public AdministeredPlaces administered(Caller caller) {
    AccountId own = permissions.requirePerson(caller);
    return new AdministeredPlaces(
        permissions.allowsEverywhere(caller, Permission.MEMBER_MANAGE),
        memberships.of(own).stream()
            .map(Membership::organisation)
            .filter(id -> permissions.allows(caller, Permission.MEMBER_MANAGE, id))
            .toList(),
        groups.administered(caller));
  }

  /** Whether the account may still give rights there; an organisation's state is asked apart. */
  public boolean mayGive(Caller caller, AccountId giver, GrantPlace place) {
    Optional<Account> account = ledger.accounts.find(giver).filter(ledger::usable);
    if (account.isEmpty()) {
      return false;
    }
    Set<Permission> everywhere = rights.everywhere(giver);
    return place.fold(
        organisation ->
            everywhere.contains(Permission.MEMBER_MANAGE)
                || rights.in(giver, organisation).contains(Permission.MEMBER_MANAGE),
        group ->
            everywhere.contains(Permission.OPERATOR_CREATE)
                || rights.administratesGroup(giver, group));
  }

  /** What is wrong with giving these there, to whomever; by field {@code profiles}. */
  public List<AccountMistake> mistakes(Caller caller, GrantPlace place, Set<String> codes) {
    return place.fold(
        organisation -> rules.mistakes(organisation, codes),
        group -> rules.roleMistakes(group, codes));
  }

  /** What is wrong with somebody’s name and address. */
  public List<AccountMistake> judge(Caller caller, NewPerson person) {
    return PersonRules.mistakes(person);
  }

  /** Who an account belongs to, with its address; empty for one that is erased. */
  public Optional<NewPerson> person(Caller caller, AccountId id) {
    return ledger.accounts.find(id).map(a -> new NewPerson(a.name(), a.email(), a.language()));
  }

  /**
   * Holds everybody else off who would give or take rights there, until the transaction ends: what
   * is judged from now on stays so.
   */
  public void hold(Caller caller, GrantPlace place) {
    Optional<OrganisationId> organisation = place.organisation();
    if (organisation.isPresent()) {
      memberships.lock(organisation.get());
    } else {
      memberships.lockOperators();
    }
  }

  /** Whether the caller administers the place as one of its own, not as whoever runs the portal. */
  public boolean isOwn(Caller caller, GrantPlace place) {
    AccountId own = permissions.requirePerson(caller);
    return place.fold(
        organisation -> rights.in(own, organisation).contains(Permission.MEMBER_MANAGE),
        group -> rights.administratesGroup(own, group));
  }

  /** What giving these would come to; changes nothing. */
  public GrantLook look(Caller caller, AccountId id, GrantPlace place, Set<String> codes) {
    Set<String> has =
        place.fold(
            organisation ->
                memberships.find(id, organisation).map(Membership::profiles).orElse(Set.of()),
            group -> memberships.findGrant(id, group).map(RoleGrant::roles).orElse(Set.of()));
    Set<String> fresh =
        codes.stream().filter(code -> !has.contains(code)).collect(Collectors.toSet());
    Catalogue catalogue = rights.catalogue();
    Set<String> together = both(has, codes);
    return new GrantLook(
        fresh,
        place.fold(
            organisation -> catalogue.exclusive(together),
            group -> catalogue.exclusiveRoles(both(rights.liveRoles(id), codes))),
        !fresh.isEmpty() && missesSecondFactor(id, place, together));
  }

  private boolean missesSecondFactor(AccountId id, GrantPlace place, Set<String> together) {
    boolean compulsory = place.group().isPresent() || rights.administrates(together);
    return compulsory && ledger.accounts.credential(id).totpSecret().isEmpty();
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    Set<String> both = new HashSet<>(some);
    both.addAll(others);
    return both;
  }

  /**
   * Adds these to what the account has there. Who needs a second factor for it and has none is put
   * out, and signs in anew to set it up.
   *
   * @return whether the person was put out
   */
  public boolean give(Caller caller, AccountId id, GrantPlace place, Set<String> codes) {
    hold(caller, place);
    if (!look(caller, id, place, codes).clashing().isEmpty()) {
      throw new IllegalStateException("exclusive rights, not judged under the lock: " + codes);
    }
    Account account = ledger.require(id);
    boolean out = look(caller, id, place, codes).secondFactor();
    account.belong();
    place.fold(
        organisation -> join(caller, id, organisation, codes),
        group -> addRoles(caller, id, group, codes));
    if (out) {
      account.putOut();
    }
    return out;
  }

  private boolean join(
      Caller caller, AccountId id, OrganisationId organisation, Set<String> profiles) {
    Optional<Membership> present = memberships.find(id, organisation);
    Set<String> before = present.map(Membership::profiles).orElse(Set.of());
    Set<String> after = both(before, profiles);
    Instant now = ledger.clock.instant();
    if (present.isPresent()) {
      present.get().change(after, rights.administrates(after));
    } else {
      memberships.add(
          Membership.grant(ids.get(), id, organisation, after, rights.administrates(after), now));
    }
    AuditEntry entry =
        AuditEntry.of(
                present.isPresent()
                    ? AuditAction.MEMBERSHIP_CHANGED
                    : AuditAction.MEMBERSHIP_GRANTED,
                AuditSubject.account(id))
            .in(organisation)
            .after(Map.of("profiles", words(after)));
    ledger.audit(
        caller, present.isPresent() ? entry.before(Map.of("profiles", words(before))) : entry);
    return true;
  }

  private boolean addRoles(Caller caller, AccountId id, String group, Set<String> roles) {
    Optional<RoleGrant> present = memberships.findGrant(id, group);
    Set<String> before = present.map(RoleGrant::roles).orElse(Set.of());
    Set<String> after = both(before, roles);
    if (present.isPresent()) {
      present.get().change(after);
    } else {
      memberships.add(RoleGrant.give(ids.get(), id, group, after, ledger.clock.instant()));
    }
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.ROLES_CHANGED, AuditSubject.account(id))
            .before(Map.of("roles", words(group, before)))
            .after(Map.of("roles", words(group, after))));
    return true;
  }

  private static String words(Set<String> codes) {
    return codes.stream().sorted().collect(Collectors.joining(","));
  }

  private static String words(String group, Set<String> roles) {
    return roles.stream().map(role -> group + "/" + role).sorted().collect(Collectors.joining(","));
  }
}
