package org.guichet.deposit.control;

import org.guichet.deposit.DepositTables;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaUploadsTest implements UploadsContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final JpaUploads uploads = new JpaUploads();

  @BeforeEach
  void connect() {
    uploads.em = DATABASE.entityManager();
    DepositTables.addOrganisations(DATABASE);
  }

  @Override
  public Uploads uploads() {
    return uploads;
  }

  @Override
  public Units units() {
    return DATABASE::inTransaction;
  }
}
