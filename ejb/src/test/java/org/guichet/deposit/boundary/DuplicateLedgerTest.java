package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.deposit.entity.DepositKind.REAL;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DuplicateTask;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class DuplicateLedgerTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private WorkedDesk desk;

  @BeforeEach
  void open() throws IOException {
    desk = new WorkedDesk(DATABASE, data);
  }

  @Test
  void answersOnceThoughTwoWorkOnTheSameDuplicateAtOnce() {
    DepositView first = desk.judge(desk.drop(desk.bench.alice, REAL, "f.xml", "<f/>"), 1, 0);
    DuplicateTask task = desk.again(first, "<f/>");
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService workers = Executors.newFixedThreadPool(2);

    Stream.generate(() -> CompletableFuture.runAsync(() -> answer(task, together), workers))
        .limit(2)
        .toList()
        .forEach(CompletableFuture::join);
    workers.shutdown();

    assertThat(receiptsOn(task)).isEqualTo(1);
  }

  private void answer(DuplicateTask task, CyclicBarrier together) {
    try {
      together.await();
      desk.answer(task);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private long receiptsOn(DuplicateTask task) {
    return DATABASE.inNewTransaction(
        () ->
            (Long)
                DATABASE
                    .entityManager()
                    .createNativeQuery("select count(*) from receipt where subject = ?1")
                    .setParameter(1, task.id())
                    .getSingleResult());
  }
}
