package org.guichet.notice.control;

import org.guichet.testing.Units;

class InMemoryPostedNoticesTest implements PostedNoticesContract {

  private final PostedNotices notices = new InMemoryPostedNotices();

  @Override
  public PostedNotices notices() {
    return notices;
  }

  @Override
  public Units units() {
    return Units.AT_ONCE;
  }
}
