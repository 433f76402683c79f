package org.guichet.receipt.control;

import org.guichet.testing.Units;

class InMemoryDigestsTest implements DigestsContract {
  private final Digests digests = new InMemoryDigests();

  @Override
  public Digests digests() {
    return digests;
  }

  @Override
  public Units units() {
    return Runnable::run;
  }
}
