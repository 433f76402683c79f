package org.guichet.notice.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** When a notice that could not be sent is tried again: soon at first, then ever later. */
public final class RetrySchedule {
  /** For how long a notice is tried. */
  public static final Duration PATIENCE = Duration.ofDays(3);

  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(4),
          Duration.ofHours(6));

  private RetrySchedule() {}

  /**
   * The time of the next try; empty when it is time to give up.
   *
   * @param failures how often it failed, this time included
   */
  public static Optional<Instant> next(int failures, Instant postedAt, Instant now) {
    Instant end = postedAt.plus(PATIENCE);
    if (!now.isBefore(end)) {
      return Optional.empty();
    }
    Instant next = now.plus(DELAYS.get(Math.min(failures, DELAYS.size()) - 1));
    return Optional.of(next.isAfter(end) ? end : next);
  }
}
