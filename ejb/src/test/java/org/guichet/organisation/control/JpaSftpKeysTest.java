package org.guichet.organisation.control;

import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaSftpKeysTest implements SftpKeysContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final Organisations organisations = new JpaOrganisations(DATABASE.entityManager());
  private final SftpKeys keys = new JpaSftpKeys(DATABASE.entityManager());

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
    return DATABASE::inTransaction;
  }
}
