package org.guichet.deposit.control;

import org.guichet.testing.Units;

class InMemoryDepositsTest implements DepositsContract {
  private final Deposits deposits = new InMemoryDeposits();

  @Override
  public Deposits deposits() {
    return deposits;
  }

  @Override
  public Units units() {
    return Units.AT_ONCE;
  }
}
