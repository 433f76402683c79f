package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import org.guichet.organisation.control.MandateBook;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.Settings;

/** How organisations stand now, for the components after this one: asked often, answered fast. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class OrganisationStanding {
  @Inject Permissions permissions;
  @Inject Organisations organisations;
  @Inject MandateBook book;
  @Inject Settings settings;
  @Inject Clock clock;

  /** Whether it is there and not suspended. */
  public boolean active(Caller caller, OrganisationId id) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, id);
    return organisations.find(id).filter(Organisation::active).isPresent();
  }

  /** Whether the certifier lets the depositor deposit for it now. */
  public boolean mandates(Caller caller, OrganisationId certifier, OrganisationId depositor) {
    permissions.require(caller, Permission.MANDATE_VIEW, certifier);
    return book.between(certifier, depositor).stream()
        .anyMatch(mandate -> mandate.inForce(clock.instant(), settings.zone()));
  }

  /** The organisation that holds the contract of this number, in force or not. */
  public Optional<OrganisationView> findByContract(Caller caller, String number) {
    permissions.requireEverywhere(caller, Permission.ORGANISATION_VIEW);
    return organisations.findByContract(number).map(Organisation::view);
  }
}
