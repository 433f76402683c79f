package org.guichet.deposit;

import static org.guichet.organisation.OrganisationSamples.certifier;
import static org.guichet.organisation.OrganisationSamples.organisation;

import org.guichet.testing.TestDatabase;

/** Puts the organisations into the tables that deposits point to. */
public final class DepositTables {
  private DepositTables() {}

  /** Alice, who certifies under MCFCER990001, and Bob. */
  public static void addOrganisations(TestDatabase database) {
    database.inTransaction(
        () -> {
          database
              .entityManager()
              .persist(organisation(1, certifier(DropSamples.ALICES.value(), "MCFCER990001")));
          database
              .entityManager()
              .persist(organisation(2, certifier(DropSamples.BOBS.value(), "MCFCER990002")));
        });
  }
}
