package org.guichet.assistance.control;

import org.guichet.testing.TestDatabase;
import org.guichet.testing.Units;
import org.junit.jupiter.api.extension.RegisterExtension;

class JpaTicketsTest implements TicketsContract {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private final Tickets tickets = new JpaTickets(DATABASE.entityManager());

  @Override
  public Tickets tickets() {
    return tickets;
  }

  @Override
  public Units units() {
    return DATABASE::inTransaction;
  }
}
