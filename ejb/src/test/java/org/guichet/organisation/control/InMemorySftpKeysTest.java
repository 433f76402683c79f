package org.guichet.organisation.control;

import org.guichet.testing.Units;

class InMemorySftpKeysTest implements SftpKeysContract {
  private final Organisations organisations = new InMemoryOrganisations();
  private final SftpKeys keys = new InMemorySftpKeys();

  @Override
  public Organisations organisations() {
    return organisations;
  }

  @Override
  public SftpKeys keys() {
    return keys;
  }

  @Override
  public Units units() {
    return Units.AT_ONCE;
  }
}
