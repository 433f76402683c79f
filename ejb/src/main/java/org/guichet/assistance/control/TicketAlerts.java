package org.guichet.assistance.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketSubscription;
import org.guichet.assistance.entity.TicketsWaiting;
import org.guichet.platform.entity.AccountId;

/** What whoever runs the portal is to know of, and who was told. */
public interface TicketAlerts {
  /**
   * Those that wait for whoever runs the portal and that nobody was told of, by number; until the
   * transaction ends, nobody else gets them by this method.
   */
  List<Ticket> lockUntold(int most);

  /** When operators were told of something last; empty for never. */
  Optional<Instant> lastTold();

  /** How many wait for whoever runs the portal, and since when the oldest does. */
  TicketsWaiting waiting();

  void add(TicketSubscription watch);

  void remove(TicketSubscription watch);

  Optional<TicketSubscription> watch(AccountId account);

  /** Accounts that want to be told. */
  List<AccountId> watching();
}
