package org.guichet.testing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that moves when a test says so. */
public final class FakeClock extends Clock {
  private Instant now;

  private FakeClock(Instant now) {
    this.now = now;
  }

  public static FakeClock at(Instant now) {
    return new FakeClock(now);
  }

  /**
   * Stands still at a time.
   *
   * @param now in ISO form, such as {@code 2026-11-21T13:05:00Z}
   */
  public static FakeClock at(String now) {
    return at(Instant.parse(now));
  }

  public void advance(Duration by) {
    now = now.plus(by);
  }

  public void set(Instant to) {
    now = to;
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** Instants know no zone: the same clock. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
