package org.guichet.canary.deposit.boundary;

import jakarta.ejb.Stateless;
import org.guichet.platform.entity.Caller;

/** A use case for others to misuse. */
@Stateless
public class Counter {
  public boolean open(Caller caller) {
    return caller.organisation().isPresent();
  }
}
