package org.guichet.organisation.entity;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;

/**
 * An organisation as others see it.
 *
 * @param contracts numbers of its contracts as a certifier; empty for a mere depositor
 * @param language in which it is written to
 */
public record OrganisationView(
    OrganisationId id,
    Matricule matricule,
    String name,
    String email,
    Locale language,
    CheckingMode mode,
    OrganisationState state,
    List<String> contracts,
    Instant createdAt) {
  public OrganisationView {
    contracts = List.copyOf(contracts);
  }

  public boolean active() {
    return state == OrganisationState.ACTIVE;
  }
}
