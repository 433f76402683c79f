package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.guichet.assistance.control.TicketMails;
import org.guichet.assistance.control.Tickets;
import org.guichet.assistance.entity.Ticket;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Erases what is personal in requests that ended long ago. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TicketSweep {
  private static final Logger log = LoggerFactory.getLogger(TicketSweep.class);
  private static final int MOST = 100;

  @Inject TicketLedger ledger;
  @Inject Tickets tickets;
  @Inject TicketMails mails;

  /**
   * Erases what is over; one transaction of bounded size.
   *
   * @return how many
   */
  public int erase(Caller caller) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_SWEEP);
    Instant now = ledger.clock.instant();
    Instant before =
        now.atOffset(ZoneOffset.UTC).minus(ledger.settings.retention().tickets()).toInstant();
    List<Ticket> over = tickets.toErase(before, MOST);
    for (Ticket ticket : over) {
      ticket.erase(now);
      tickets.removeLinks(ticket);
      mails.removeOf(ticket);
      ledger.notices.forget(caller, ticket.id());
      ledger.audit(caller, AuditAction.TICKET_ERASED, ticket, Map.of());
      log.info("AST-106 request erased number={}", ticket.number());
    }
    return over.size() + mails.removeSettledBefore(before, MOST);
  }
}
