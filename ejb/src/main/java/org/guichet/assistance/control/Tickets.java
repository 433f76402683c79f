package org.guichet.assistance.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketLink;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Sha256;

/** Every request for assistance. */
public interface Tickets {
  /** The next number that people are told: growing, gaps allowed. */
  long nextNumber();

  void add(Ticket ticket);

  void add(TicketLink link);

  Optional<Ticket> find(long number);

  /** The one that this link leads to. */
  Optional<Ticket> findByLink(Sha256 hash);

  /** As {@link #find}; until the transaction ends, nobody else gets it by this method. */
  Optional<Ticket> lock(long number);

  List<TicketRow> search(TicketQuery query, PageRequest page);

  /** How many the query finds in all. */
  long count(TicketQuery query);

  /** The one of this id. */
  Optional<Ticket> find(UUID id);

  /** Those that an account asked for, the newest first. */
  List<TicketRow> of(AccountId account, int most);

  /** Those that ended before then and still hold personal values, the oldest first. */
  List<Ticket> toErase(Instant endedBefore, int most);

  /** Links that lead to it lead nowhere any more. */
  void removeLinks(Ticket ticket);
}
