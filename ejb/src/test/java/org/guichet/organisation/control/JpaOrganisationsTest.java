package org.guichet.organisation.control;

import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaOrganisationsTest implements OrganisationsContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final Organisations organisations = new JpaOrganisations(DATABASE.entityManager());

  @Override
  public Organisations organisations() {
    return organisations;
  }

  @Override
  public Units units() {
    return DATABASE::inTransaction;
  }
}
