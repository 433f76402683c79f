package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guichet.assistance.control.Tickets;
import org.guichet.assistance.entity.AnswerOutcome;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketRole;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.assistance.entity.TicketView;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;

/**
 * Lets whoever asked follow the request: anybody who has a mailed link, or the account that asked.
 */
@Stateless
@PermitAll // the link says whose it is
public class TicketFollowing {
  private static final int MOST = 100;

  @Inject TicketLedger ledger;
  @Inject Tickets tickets;
  @Inject TicketThread thread;

  /** What a link leads to; empty when it leads nowhere any more. Changes nothing. */
  public Optional<TicketView> look(Caller caller, String token) {
    return tickets
        .findByLink(Tokens.digest(token))
        .map(ticket -> ledger.view(caller, ticket, TicketRole.ASKER));
  }

  /** Says something more. */
  public AnswerOutcome answer(Caller caller, String token, String typed) {
    Optional<Ticket> ticket = locked(token);
    return ticket.isEmpty() ? new AnswerOutcome.Over() : thread.ask(caller, ticket.get(), typed);
  }

  /** Nothing more is to be done. */
  public AnswerOutcome close(Caller caller, String token) {
    Optional<Ticket> ticket = locked(token);
    return ticket.isEmpty() ? new AnswerOutcome.Over() : thread.close(caller, ticket.get());
  }

  private Optional<Ticket> locked(String token) {
    return tickets
        .findByLink(Tokens.digest(token))
        .flatMap(ticket -> tickets.lock(ticket.number()));
  }

  /** Requests that the caller sent while signed in, the newest first. */
  public List<TicketRow> mine(Caller caller) {
    return tickets.of(ledger.permissions.requirePerson(caller), MOST);
  }
}
