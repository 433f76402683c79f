package org.guichet.roster.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.guichet.flux.register.HolderRegister;
import org.guichet.organisation.boundary.PeopleRegister;
import org.guichet.organisation.entity.RegisterCoverage;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.keeping.HolderTable;
import org.guichet.roster.control.keeping.TableHolderRegister;

/**
 * Certifiers' pupils and adult learners as their registers of holders. Whoever leaves is there
 * until the last day. An organisation without any has no register.
 */
@ApplicationScoped
public class RosterRegister implements PeopleRegister {
  @Inject HolderTable table;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public Optional<RegisterCoverage> coverage(OrganisationId certifier) {
    long people = table.count(certifier, today());
    return people == 0
        ? Optional.empty()
        : Optional.of(new RegisterCoverage(people, table.changedAt(certifier)));
  }

  @Override
  public Optional<HolderRegister> of(OrganisationId certifier) {
    LocalDate today = today();
    return table.isAnybody(certifier, today)
        ? Optional.of(new TableHolderRegister(table, certifier, today))
        : Optional.empty();
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }
}
