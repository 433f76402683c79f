package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import java.util.Optional;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/** Finds organisations for the components after this one. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class OrganisationDirectory {
  public Optional<OrganisationView> find(Caller caller, OrganisationId id) {
    throw new UnsupportedOperationException("being written");
  }

  public Optional<OrganisationView> findByMatricule(Caller caller, Matricule matricule) {
    throw new UnsupportedOperationException("being written");
  }
}
