package org.guichet.platform.control;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

/**
 * Has a file's batches written on another thread while the file is read on, in their order, one at
 * a time and one waiting at most, so that memory doesn't grow. What a write throws is thrown by the
 * next call. For one reading thread.
 */
public final class WriteBehind implements AutoCloseable {
  /** Something to be written. */
  @FunctionalInterface
  public interface Write {
    void run() throws IOException;
  }

  private final Executor executor;
  private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);
  private CompletableFuture<Void> waiting = running;

  public WriteBehind(Executor executor) {
    this.executor = executor;
  }

  /** Takes a write; waits while another one waits already. */
  public void add(Write write) throws IOException {
    finish(running);
    running = waiting;
    waiting = running.thenRunAsync(() -> run(write), executor);
  }

  private static void run(Write write) {
    try {
      write.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until all is written. */
  public void finish() throws IOException {
    finish(waiting);
  }

  /** Waits until nothing is being written any more, whatever became of it. */
  @Override
  public void close() {
    try {
      waiting.join();
    } catch (CompletionException | CancellationException e) {
      // Whoever wants to know calls finish; here somebody is leaving for another reason.
    }
  }

  private static void finish(CompletableFuture<Void> write) throws IOException {
    try {
      write.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted =
          new InterruptedIOException("interrupted while a batch is written");
      interrupted.initCause(e);
      throw interrupted;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException failure) {
        throw failure.getCause();
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
