package org.guichet.receipt.control;

import org.guichet.testing.Units;

class InMemoryReceiptsTest implements ReceiptsContract {
  private final Receipts receipts = new InMemoryReceipts();

  @Override
  public Receipts receipts() {
    return receipts;
  }

  @Override
  public Units units() {
    return Units.AT_ONCE;
  }
}
