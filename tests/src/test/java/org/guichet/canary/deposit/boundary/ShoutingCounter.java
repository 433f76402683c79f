package org.guichet.canary.deposit.boundary;

import org.guichet.canary.Breaks;

/** Tells the console. */
@Breaks("logs_go_through_one_interface")
public class ShoutingCounter {
  @SuppressWarnings("SystemOut")
  public void open() {
    System.out.println("open");
  }
}
