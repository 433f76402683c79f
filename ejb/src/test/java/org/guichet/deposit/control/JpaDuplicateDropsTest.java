package org.guichet.deposit.control;

import org.guichet.deposit.DepositTables;
import org.guichet.testing.RecordingEvent;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaDuplicateDropsTest implements DuplicateDropsContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final JpaDuplicateDrops duplicates = new JpaDuplicateDrops();
  private final JpaDeposits deposits = new JpaDeposits();

  @BeforeEach
  void connect() {
    duplicates.em = DATABASE.entityManager();
    duplicates.moved = new RecordingEvent<>();
    deposits.em = DATABASE.entityManager();
    deposits.moved = new RecordingEvent<>();
    DepositTables.addOrganisations(DATABASE);
  }

  @Override
  public DuplicateDrops duplicates() {
    return duplicates;
  }

  @Override
  public Deposits deposits() {
    return deposits;
  }

  @Override
  public Units units() {
    return DATABASE::inTransaction;
  }
}
