package org.guichet.deposit.control;

import org.guichet.testing.Units;

class InMemoryDuplicateDropsTest implements DuplicateDropsContract {
  private final Deposits deposits = new InMemoryDeposits();
  private final DuplicateDrops duplicates = new InMemoryDuplicateDrops(deposits);

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
    return Units.AT_ONCE;
  }
}
