package org.guichet.receipt.control;

import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaReceiptsTest implements ReceiptsContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final JpaReceipts receipts = new JpaReceipts();

  @BeforeEach
  void connect() {
    receipts.em = DATABASE.entityManager();
  }

  @Override
  public Receipts receipts() {
    return receipts;
  }

  @Override
  public Units units() {
    return DATABASE::inTransaction;
  }
}
