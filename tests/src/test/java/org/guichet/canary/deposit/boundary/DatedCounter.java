package org.guichet.canary.deposit.boundary;

import java.util.Date;
import org.guichet.canary.Breaks;

/** The same the old way. */
@Breaks("time_comes_from_the_clock")
@SuppressWarnings("JavaUtilDate")
public class DatedCounter {
  public Date opened() {
    return new Date();
  }
}
