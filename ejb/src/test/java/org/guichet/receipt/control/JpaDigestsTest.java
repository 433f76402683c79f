package org.guichet.receipt.control;

import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaDigestsTest implements DigestsContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final JpaDigests digests = new JpaDigests();

  @BeforeEach
  void wire() {
    digests.em = DATABASE.entityManager();
  }

  @Override
  public Digests digests() {
    return digests;
  }

  @Override
  public Units units() {
    return DATABASE::inTransaction;
  }
}
