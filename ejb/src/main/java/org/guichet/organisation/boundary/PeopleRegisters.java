package org.guichet.organisation.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.guichet.flux.register.HolderRegister;
import org.guichet.organisation.entity.RegisterCoverage;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;

/** Certifiers' registers of people, wherever they are kept; a deployment may keep none. */
@ApplicationScoped
public class PeopleRegisters {
  private Iterable<PeopleRegister> kept;
  private Permissions permissions;

  /** For the container's proxies. */
  @SuppressWarnings("NullAway.Init")
  protected PeopleRegisters() {
    kept = List.of();
  }

  @Inject
  PeopleRegisters(Permissions permissions, @Any Instance<PeopleRegister> kept) {
    this.permissions = permissions;
    this.kept = kept;
  }

  /** For tests and for whoever assembles the desk by hand. */
  public static PeopleRegisters of(Permissions permissions, List<PeopleRegister> kept) {
    PeopleRegisters registers = new PeopleRegisters();
    registers.permissions = permissions;
    registers.kept = kept;
    return registers;
  }

  /** Whom the certifier's register covers; empty where it has none yet. */
  public Optional<RegisterCoverage> coverage(Caller caller, OrganisationId certifier) {
    permissions.require(caller, Permission.ORGANISATION_VIEW, certifier);
    return all().flatMap(register -> register.coverage(certifier).stream()).findFirst();
  }

  /** The register to look holders up in, for whoever checks files; empty where there is none. */
  public Optional<HolderRegister> find(Caller caller, OrganisationId certifier) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    return all().flatMap(register -> register.of(certifier).stream()).findFirst();
  }

  private Stream<PeopleRegister> all() {
    return StreamSupport.stream(kept.spliterator(), false);
  }
}
