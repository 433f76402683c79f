package org.guichet.sftp;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.sshd.common.util.threads.CloseableExecutorService;
import org.apache.sshd.common.util.threads.NoCloseExecutor;

/**
 * The threads on which boundaries are called: the container's, and never interrupted. The library
 * interrupts a session's thread when its client is cut, and an interrupt in the middle of a write
 * closes the file's channel, or an embedded database, for everybody.
 */
final class SessionThreads {
  private final ExecutorService executor;

  /**
   * @param executor must hand over at once: a session keeps its thread for as long as it lasts
   */
  SessionThreads(ExecutorService executor) {
    this.executor = executor;
  }

  /** For one session, which may shut it down without harm to others. */
  CloseableExecutorService forOneSession() {
    return new NoCloseExecutor(executor) {
      @Override
      public Future<?> submit(Runnable task) {
        return new Uninterrupted(super.submit(task));
      }
    };
  }

  /** Begins {@code task}; nobody waits for it. */
  void start(Runnable task) {
    executor.execute(task);
  }

  /**
   * What {@code task} answers, waited for by a thread of the library whatever happens to that.
   *
   * @throws TimeoutException when it takes longer than {@code limit}; it goes on all the same
   */
  <T> T call(Callable<T> task, Duration limit) throws ExecutionException, TimeoutException {
    Future<T> answer = executor.submit(task);
    long end = System.nanoTime() + limit.toNanos();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return answer.get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Ends by itself: its queue is told that the session is over. */
  private record Uninterrupted(Future<?> task) implements Future<Object> {
    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
      return false;
    }

    @Override
    public boolean isCancelled() {
      return task.isCancelled();
    }

    @Override
    public boolean isDone() {
      return task.isDone();
    }

    @Override
    public Object get() throws InterruptedException, ExecutionException {
      return task.get();
    }

    @Override
    public Object get(long timeout, TimeUnit unit)
        throws InterruptedException, ExecutionException, TimeoutException {
      return task.get(timeout, unit);
    }
  }
}
