package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WriteBehindTest {
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final List<Integer> written = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void writesEverythingOnceAndInOrder() throws IOException {
    WriteBehind writes = new WriteBehind(threads);
    for (int i = 0; i < 1_000; i++) {
      int number = i;
      writes.add(() -> written.add(number));
    }
    writes.finish();

    assertThat(written).isEqualTo(IntStream.range(0, 1_000).boxed().toList());
  }

  @Test
  void letsOneWaitWhileOneIsWritten() throws IOException {
    Queue<Runnable> given = new ArrayDeque<>();
    WriteBehind writes = new WriteBehind(given::add);
    writes.add(() -> written.add(1));
    writes.add(() -> written.add(2));
    assertThat(written).isEmpty();
    assertThat(given).as("the second waits for the first").hasSize(1);

    given.remove().run();
    assertThat(written).containsExactly(1);
    given.remove().run();
    writes.finish();
    assertThat(written).containsExactly(1, 2);
  }

  @Test
  void tellsTheReaderWhatAWriteThrewAndWritesNothingAfterIt() throws IOException {
    IllegalStateException lost = new IllegalStateException("lost");
    WriteBehind writes = new WriteBehind(Runnable::run);
    writes.add(
        () -> {
          throw lost;
        });
    writes.add(() -> written.add(2));

    assertThatThrownBy(() -> writes.add(() -> written.add(3))).isSameAs(lost);
    assertThatThrownBy(writes::finish).isSameAs(lost);
    writes.close();
    assertThat(written).isEmpty();
  }

  @Test
  void waitsForWhatIsBeingWrittenBeforeItLeaves() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    WriteBehind writes = new WriteBehind(threads);
    writes.add(
        () -> {
          try {
            go.await();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          written.add(1);
        });
    threads.execute(go::countDown);
    writes.close();

    assertThat(written).containsExactly(1);
  }

  @Test
  void stopsWaitingWhenTheReaderIsInterrupted() throws IOException {
    WriteBehind writes = new WriteBehind(task -> {});
    writes.add(() -> written.add(1));
    Thread.currentThread().interrupt();

    assertThatThrownBy(writes::finish).isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
