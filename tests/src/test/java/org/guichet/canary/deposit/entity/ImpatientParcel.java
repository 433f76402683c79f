package org.guichet.canary.deposit.entity;

import java.time.Clock;
import java.time.Instant;
import org.guichet.canary.Breaks;

/** A value that looks at the clock instead of being told the time. */
@Breaks("entities_know_no_container")
public record ImpatientParcel(Clock clock) {
  public Instant age() {
    return clock.instant();
  }
}
