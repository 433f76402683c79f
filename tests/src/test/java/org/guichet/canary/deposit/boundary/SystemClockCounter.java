package org.guichet.canary.deposit.boundary;

import java.time.Clock;
import org.guichet.canary.Breaks;

/** Brings a clock of its own. */
@Breaks("time_comes_from_the_clock")
public class SystemClockCounter {
  public Clock clock() {
    return Clock.systemUTC();
  }
}
