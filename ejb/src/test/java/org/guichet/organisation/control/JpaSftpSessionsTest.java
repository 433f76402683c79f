package org.guichet.organisation.control;

import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaSftpSessionsTest implements SftpSessionsContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final Organisations organisations = new JpaOrganisations(DATABASE.entityManager());
  private final SftpSessions sessions = new JpaSftpSessions(DATABASE.entityManager());

  @Override
  public Organisations organisations() {
    return organisations;
  }

  @Override
  public SftpSessions sessions() {
    return sessions;
  }

  @Override
  public Units units() {
    return DATABASE::inTransaction;
  }
}
