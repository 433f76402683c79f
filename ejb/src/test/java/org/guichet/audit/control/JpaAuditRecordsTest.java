package org.guichet.audit.control;

import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaAuditRecordsTest implements AuditRecordsContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @Override
  public AuditRecords entries() {
    return new JpaAuditRecords(DATABASE.entityManager());
  }

  @Override
  public Units units() {
    return DATABASE::inTransaction;
  }
}
