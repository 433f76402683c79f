package org.guichet.canary.deposit.boundary;

import jakarta.ejb.Stateless;
import org.guichet.canary.Breaks;
import org.guichet.platform.entity.Caller;

/** Asks who it is, but last. */
@Breaks("boundary_methods_take_the_caller_first")
@Stateless
public class LateCounter {
  public boolean open(String name, Caller caller) {
    return name.equals(caller.label());
  }
}
