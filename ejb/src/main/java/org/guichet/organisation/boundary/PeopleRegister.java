package org.guichet.organisation.boundary;

import java.util.Optional;
import org.guichet.flux.register.HolderRegister;
import org.guichet.organisation.entity.RegisterCoverage;
import org.guichet.platform.entity.OrganisationId;

/**
 * Where certifiers' registers of people are kept: a component that comes later brings one. Asked by
 * {@link PeopleRegisters}, which has asked for rights before.
 */
public interface PeopleRegister {
  /** Whom the register of this certifier covers; empty where it has none. */
  Optional<RegisterCoverage> coverage(OrganisationId certifier);

  /** The register itself, to look holders up in; empty where the certifier has none. */
  Optional<HolderRegister> of(OrganisationId certifier);
}
