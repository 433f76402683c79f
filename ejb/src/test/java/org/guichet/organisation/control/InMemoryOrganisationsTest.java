package org.guichet.organisation.control;

import org.guichet.testing.Units;

class InMemoryOrganisationsTest implements OrganisationsContract {
  private final Organisations organisations = new InMemoryOrganisations();

  @Override
  public Organisations organisations() {
    return organisations;
  }

  @Override
  public Units units() {
    return Units.AT_ONCE;
  }
}
