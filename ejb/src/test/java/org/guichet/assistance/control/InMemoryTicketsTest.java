package org.guichet.assistance.control;

import org.guichet.testing.Units;

class InMemoryTicketsTest implements TicketsContract {
  private final Tickets tickets = new InMemoryTickets();

  @Override
  public Tickets tickets() {
    return tickets;
  }

  @Override
  public Units units() {
    return Units.AT_ONCE;
  }
}
