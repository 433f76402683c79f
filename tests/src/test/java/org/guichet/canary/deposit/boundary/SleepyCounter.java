package org.guichet.canary.deposit.boundary;

import java.time.Duration;
import org.guichet.canary.Breaks;

/** Hopes that it is done by then. */
@Breaks("nobody_waits_by_sleeping")
public class SleepyCounter {
  @SuppressWarnings("ThreadSleep")
  public void rest(Duration pause) throws InterruptedException {
    Thread.sleep(pause.toMillis());
  }
}
