package org.guichet.roster.entity;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a piece of work is.
 *
 * @param since when somebody took it up; empty while it waits
 * @param done rows
 * @param expected rows in all; 0 while nobody knows
 */
public record WorkProgress(Optional<Instant> since, long done, long expected) {
  /** From 0 to 100. */
  public int percent() {
    return expected == 0 ? 0 : (int) Math.min(100, done * 100 / expected);
  }

  /** As long as what remains would take at the same pace; empty when too little is done to tell. */
  public Optional<Duration> remaining(Instant now) {
    return since
        .filter(start -> expected > 0 && done * 20 >= expected)
        .map(start -> Duration.between(start, now).multipliedBy(expected - done).dividedBy(done));
  }
}
