package org.guichet.testing;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** Ids that a test can foretell: …0001, …0002, and so on. */
public final class CountingIds implements Supplier<UUID> {
  private final AtomicLong last = new AtomicLong();

  @Override
  public UUID get() {
    return id(last.incrementAndGet());
  }

  /** The {@code n}th id, from 1. */
  public static UUID id(long n) {
    return new UUID(0, n);
  }
}
