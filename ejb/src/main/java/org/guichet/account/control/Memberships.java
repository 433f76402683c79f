package org.guichet.account.control;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.Headcount;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.RoleGrant;
import org.guichet.account.entity.ServiceConnection;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;

/** Who belongs to what, with which rights. */
public interface Memberships {
  void add(Membership membership);

  Optional<Membership> find(AccountId account, OrganisationId organisation);

  List<Membership> of(AccountId account);

  void remove(Membership membership);

  /** Everybody's of an organisation. */
  List<Membership> members(OrganisationId organisation);

  /**
   * Accounts that administer an organisation and are active, by name.
   *
   * @see #lock
   */
  List<AccountId> administrators(OrganisationId organisation);

  /** Until the transaction ends, nobody else gets this organisation's lock. */
  void lock(OrganisationId organisation);

  /**
   * Of an organisation, as the query asks.
   *
   * @param ages what is too old now
   */
  List<Membership> page(OrganisationId organisation, MemberQuery query, Ages ages);

  long count(OrganisationId organisation, MemberQuery query, Ages ages);

  /**
   * When accounts are over.
   *
   * @param unusedSince an account without a date of its own is over when nobody used it since
   */
  record Ages(Instant now, Instant unusedSince) {
    public static Ages at(Instant now, Period unused) {
      return new Ages(now, now.atOffset(ZoneOffset.UTC).minus(unused).toInstant());
    }
  }

  void add(RoleGrant grant);

  Optional<RoleGrant> findGrant(AccountId account, String group);

  List<RoleGrant> grants(AccountId account);

  void remove(RoleGrant grant);

  /**
   * Until the transaction ends, nobody else gets the lock of those who run the portal. Roles, and
   * the accounts that have them, are as they stand now, whatever was read of them before.
   */
  void lockOperators();

  /** Everybody's roles of a service's group. */
  List<RoleGrant> inGroup(String group);

  /** Since when those who aren't deleted belong to an organisation. */
  Map<AccountId, Instant> since(OrganisationId organisation);

  /** The same of a service's group. */
  Map<AccountId, Instant> since(String group);

  Headcount headcount(OrganisationId organisation);

  /** The same of a service's group. */
  Headcount headcount(RightGroup group);

  /** How many people have each profile, retired ones included. */
  Map<String, Long> profilesInUse();

  /** The same of roles, by their group and code with a slash between. */
  Map<String, Long> rolesInUse();

  /** Codes of services that somebody said something about. */
  List<String> servicesInUse();

  /** Active accounts that have any role. */
  List<AccountId> withRoles();

  void add(ServiceConnection connection);

  List<ServiceConnection> connections(OrganisationId organisation);
}
