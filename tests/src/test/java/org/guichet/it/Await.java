package org.guichet.it;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for something to become true, with a limit that only a fault reaches. */
public final class Await {
  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Await() {}

  public static void until(String what, BooleanSupplier condition) {
    present(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
  }

  public static <T> T present(String what, Supplier<Optional<T>> source) {
    long end = System.nanoTime() + LIMIT.toNanos();
    Optional<T> found = source.get();
    while (found.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Waited " + LIMIT + " in vain: " + what);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
      found = source.get();
    }
    return found.get();
  }
}
