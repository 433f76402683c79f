package org.guichet.canary.deposit.boundary;

import java.util.function.LongSupplier;
import org.guichet.canary.Breaks;

/** The same by a method reference. */
@Breaks("time_comes_from_the_clock")
public class MillisecondCounter {
  public LongSupplier time() {
    return System::currentTimeMillis;
  }
}
