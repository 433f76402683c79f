package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/** Finds organisations for the components after this one. A key sees its own only. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class OrganisationDirectory {
  @Inject Permissions permissions;
  @Inject OrganisationAccess access;
  @Inject Organisations organisations;

  public Optional<OrganisationView> find(Caller caller, OrganisationId id) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, id);
    return organisations.find(id).map(Organisation::view);
  }

  public Optional<OrganisationView> findByMatricule(Caller caller, Matricule matricule) {
    return access.find(caller, Permission.ORGANISATION_VIEW, matricule).map(Organisation::view);
  }
}
