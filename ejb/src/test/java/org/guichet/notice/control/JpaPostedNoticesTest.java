package org.guichet.notice.control;

import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaPostedNoticesTest implements PostedNoticesContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final PostedNotices notices = new JpaPostedNotices(DATABASE.entityManager());

  @Override
  public PostedNotices notices() {
    return notices;
  }

  @Override
  public Units units() {
    return DATABASE::inTransaction;
  }
}
