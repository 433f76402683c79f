package org.guichet.canary.deposit.boundary;

import jakarta.ejb.Stateless;
import org.guichet.canary.Breaks;

/** Serves anybody, without asking who it is. */
@Breaks("boundary_methods_take_the_caller_first")
@Stateless
public class AnonymousCounter {
  public boolean open(String name) {
    return name.isEmpty();
  }
}
