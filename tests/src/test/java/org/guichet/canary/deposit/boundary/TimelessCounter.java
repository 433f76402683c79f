package org.guichet.canary.deposit.boundary;

import java.time.Instant;
import org.guichet.canary.Breaks;

/** Looks at a clock that no test can set. */
@Breaks("time_comes_from_the_clock")
public class TimelessCounter {
  public Instant opened() {
    return Instant.now();
  }
}
