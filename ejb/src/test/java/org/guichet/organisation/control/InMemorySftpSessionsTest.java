package org.guichet.organisation.control;

import org.guichet.testing.Units;

class InMemorySftpSessionsTest implements SftpSessionsContract {
  private final Organisations organisations = new InMemoryOrganisations();
  private final SftpSessions sessions = new InMemorySftpSessions();

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
    return Units.AT_ONCE;
  }
}
