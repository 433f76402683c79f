package org.guichet.receipt.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.receipt.ReceiptSamples.ALICE;
import static org.guichet.receipt.ReceiptSamples.NOON;
import static org.guichet.receipt.ReceiptSamples.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.receipt.entity.NewReceipt;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
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

  /** A deposit and duplicates of it are answered at the same moment. */
  @RepeatedTest(5)
  void givesANameToOneOfManyWhoWantItAtOnce() throws Exception {
    int many = 6;
    CyclicBarrier start = new CyclicBarrier(many);
    ExecutorService threads = Executors.newFixedThreadPool(many);
    try {
      List<Future<String>> given = new ArrayList<>();
      for (int n = 1; n <= many; n++) {
        int subject = n;
        given.add(
            threads.submit(
                () -> {
                  start.await(30, TimeUnit.SECONDS);
                  return DATABASE.inNewTransaction(() -> issue(subject));
                }));
      }
      List<String> names = new ArrayList<>();
      for (Future<String> name : given) {
        names.add(name.get(60, TimeUnit.SECONDS));
      }
      assertThat(names).doesNotHaveDuplicates().contains("a.xml");
    } finally {
      threads.shutdownNow();
    }
  }

  private String issue(int subject) {
    NewReceipt given = receipt(subject, ReceiptKind.RECEPTION, "a.xml", new byte[] {1});
    String name = receipts.freeName(ALICE, given.names());
    receipts.add(Receipt.issue(new UUID(5, subject), given, name, NOON));
    return name;
  }
}
