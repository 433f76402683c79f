package org.guichet.account.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.guichet.account.control.Accounts;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.control.SignIns;
import org.guichet.organisation.boundary.OrganisationStanding;
import org.guichet.platform.boundary.PermissionSource;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/**
 * What a person may do: what the profiles say in an organisation that is active, and what the roles
 * say everywhere, while account and session are good. Asked of the tables each time, so that
 * stopping takes effect at once.
 */
@ApplicationScoped
public class AccountPermissions implements PermissionSource {
  /** What whoever sees the people of a certifier sees of its depositors too. */
  private static final Set<Permission> ACROSS_MANDATES =
      Set.of(Permission.MEMBER_VIEW, Permission.ORGANISATION_VIEW);

  private static final Caller SYSTEM = Caller.system("permissions");

  @Inject Accounts accounts;
  @Inject SignIns signIns;
  @Inject Memberships memberships;
  @Inject Rights rights;
  @Inject OrganisationStanding standing;
  @Inject AccountLife life;
  @Inject Clock clock;

  @Override
  public boolean grants(Caller caller, Permission permission, OrganisationId organisation) {
    if (!(caller.actor() instanceof Caller.Actor.Person person) || !good(person)) {
      return false;
    }
    return (standing.active(SYSTEM, organisation)
            && rights.in(person.account(), organisation).contains(permission))
        || rights.everywhere(person.account()).contains(permission)
        || (ACROSS_MANDATES.contains(permission) && seesAsCertifier(person, organisation));
  }

  @Override
  public boolean grantsEverywhere(Caller caller, Permission permission) {
    return caller.actor() instanceof Caller.Actor.Person person
        && good(person)
        && rights.everywhere(person.account()).contains(permission);
  }

  @Override
  public boolean knows(Caller caller) {
    return caller.actor() instanceof Caller.Actor.Person person && good(person);
  }

  private boolean seesAsCertifier(Caller.Actor.Person person, OrganisationId depositor) {
    return memberships.of(person.account()).stream()
        .anyMatch(
            own ->
                standing.mandates(SYSTEM, own.organisation(), depositor)
                    && standing.active(SYSTEM, own.organisation())
                    && rights
                        .in(person.account(), own.organisation())
                        .contains(Permission.MEMBER_VIEW));
  }

  private boolean good(Caller.Actor.Person person) {
    Instant now = clock.instant();
    return signIns
            .findSession(person.session())
            .filter(session -> session.account().equals(person.account()))
            .filter(session -> !session.ended())
            .isPresent()
        && accounts.find(person.account()).filter(account -> life.usable(account, now)).isPresent();
  }
}
