package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.assistance.control.TicketAlerts;
import org.guichet.assistance.control.TicketRules;
import org.guichet.assistance.control.Tickets;
import org.guichet.assistance.entity.AnswerOutcome;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketRole;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.assistance.entity.TicketView;
import org.guichet.assistance.entity.TicketsWaiting;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;

/**
 * Where requests are answered: by operators, and by an organisation's administrators those of
 * people who want to be one. Whoever asked while signed in finds the own ones here too.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class TicketDesk {
  @Inject TicketLedger ledger;
  @Inject TicketThread thread;
  @Inject Tickets tickets;
  @Inject TicketAlerts alerts;

  /** Those of everybody that the query finds. */
  public Page<TicketRow> list(Caller caller, TicketQuery query, PageRequest page) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_VIEW);
    return found(
        caller,
        AuditEntry.of(AuditAction.TICKETS_VIEWED, TicketLedger.subject("list")),
        query,
        page);
  }

  /** Those that the query finds among what the organisation's administrators are to answer. */
  public Page<TicketRow> listOf(
      Caller caller, OrganisationId organisation, TicketQuery query, PageRequest page) {
    ledger.permissions.require(caller, Permission.MEMBER_MANAGE, organisation);
    return found(
        caller,
        AuditEntry.of(AuditAction.TICKETS_VIEWED, TicketLedger.subject("list")).in(organisation),
        query.in(organisation),
        page);
  }

  private Page<TicketRow> found(
      Caller caller, AuditEntry looked, TicketQuery query, PageRequest page) {
    ledger.trail.write(caller, looked);
    return new Page<>(tickets.search(query, page), tickets.count(query));
  }

  /** What waits for whoever runs the portal. */
  public TicketsWaiting waiting(Caller caller) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_VIEW);
    return alerts.waiting();
  }

  private static RefusedException refused(Caller caller) {
    return new RefusedException(
        RefusedException.Code.NOT_ALLOWED, Permission.TICKET_VIEW + " for " + caller.label());
  }

  /**
   * A request with its thread.
   *
   * @throws RefusedException with {@code NO_SUCH_TICKET}
   */
  public TicketView find(Caller caller, long number) {
    Ticket ticket = tickets.find(number).orElseThrow(() -> TicketLedger.missing(number));
    TicketRole role = ledger.role(caller, ticket);
    if (role != TicketRole.ASKER) {
      ledger.audit(caller, AuditAction.TICKET_VIEWED, ticket, Map.of());
    }
    return ledger.view(caller, ticket, role);
  }

  /**
   * Says something to whoever asked, by mail too; or, as the one who asked, to whoever answers.
   *
   * @param seen how many messages the caller has read: when there are others by now, nothing is
   *     written
   */
  public AnswerOutcome answer(Caller caller, long number, int seen, String typed) {
    Ticket ticket = ledger.lock(caller, number);
    TicketView view = ledger.view(caller, ticket, ledger.role(caller, ticket));
    if (view.role() == TicketRole.ASKER) {
      return thread.ask(caller, ticket, typed);
    }
    requireDecider(caller, view);
    String text = TicketRules.text(typed);
    Optional<TicketMistake> mistake = TicketRules.mistake("text", text);
    if (mistake.isPresent()) {
      return new AnswerOutcome.Refused(List.of(mistake.get()));
    }
    if (!ticket.status().goesOn()) {
      return new AnswerOutcome.Over();
    }
    if (ticket.length() != seen) {
      return new AnswerOutcome.Overtaken();
    }
    thread.reply(caller, ticket, ledger.name(caller), text, Map.of());
    return new AnswerOutcome.Done();
  }

  /** Nothing more is to be done; whoever asked is told. */
  public AnswerOutcome close(Caller caller, long number) {
    Ticket ticket = ledger.lock(caller, number);
    TicketView view = ledger.view(caller, ticket, ledger.role(caller, ticket));
    if (view.role() == TicketRole.ASKER) {
      return thread.close(caller, ticket);
    }
    requireDecider(caller, view);
    AnswerOutcome closed = thread.close(caller, ticket);
    if (closed instanceof AnswerOutcome.Done) {
      ledger.mailToAsker(caller, ticket, "ticket.closed", Map.of(), true);
    }
    return closed;
  }

  /**
   * The caller takes care of it from now on, whoever did before.
   *
   * @return false when the caller does already
   */
  public boolean assign(Caller caller, long number) {
    Ticket ticket = ledger.lock(caller, number);
    requireDecider(caller, ledger.view(caller, ticket, ledger.role(caller, ticket)));
    if (ticket.assignee().equals(Optional.of(ledger.permissions.requirePerson(caller)))) {
      return false;
    }
    String before = ticket.assignee().map(Object::toString).orElse("");
    ticket.assign(ledger.permissions.requirePerson(caller), ledger.name(caller));
    ledger.audit(caller, AuditAction.TICKET_ASSIGNED, ticket, Map.of("before", before));
    return true;
  }

  private void requireDecider(Caller caller, TicketView view) {
    if (view.role() == TicketRole.ASKER) {
      throw refused(caller);
    }
    if (view.role() == TicketRole.OPERATOR) {
      ledger.permissions.requireEverywhere(caller, Permission.TICKET_DECIDE);
    }
  }
}
