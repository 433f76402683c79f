package org.guichet.organisation.control;

import org.guichet.testing.Units;

class InMemoryMandateBookTest implements MandateBookContract {
  private final Organisations organisations = new InMemoryOrganisations();
  private final MandateBook book = new InMemoryMandateBook();

  @Override
  public Organisations organisations() {
    return organisations;
  }

  @Override
  public MandateBook book() {
    return book;
  }

  @Override
  public Units units() {
    return Units.AT_ONCE;
  }
}
