package org.guichet.deposit.control;

import org.guichet.testing.Units;

class InMemoryUploadsTest implements UploadsContract {
  private final Uploads uploads = new InMemoryUploads();

  @Override
  public Uploads uploads() {
    return uploads;
  }

  @Override
  public Units units() {
    return Units.AT_ONCE;
  }
}
