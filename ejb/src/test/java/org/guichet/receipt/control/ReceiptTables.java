package org.guichet.receipt.control;

import org.guichet.testing.TestDatabase;

/** Puts the component's control together by hand, for tests of its boundaries. */
public final class ReceiptTables {
  private ReceiptTables() {}

  public static Receipts receipts(TestDatabase database) {
    JpaReceipts receipts = new JpaReceipts();
    receipts.em = database.entityManager();
    return receipts;
  }

  public static ReceiptTraces traces(TestDatabase database) {
    ReceiptTraces traces = new ReceiptTraces();
    traces.em = database.entityManager();
    return traces;
  }
}
