package org.guichet.assistance.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.assistance.control.RequestLimits;
import org.guichet.assistance.control.TicketRules;
import org.guichet.assistance.entity.AnswerOutcome;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.assistance.entity.TicketStatus;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.entity.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What may be done to a thread whether one came by a link or signed in. */
@Dependent
class TicketThread {
  private static final Logger log = LoggerFactory.getLogger(TicketThread.class);

  @Inject TicketLedger ledger;
  @Inject RequestLimits limits;
  @Inject Supplier<UUID> ids;

  /** Whoever asked says something more. */
  AnswerOutcome ask(Caller caller, Ticket ticket, String typed) {
    String text = TicketRules.text(typed);
    Optional<TicketMistake> mistake = TicketRules.mistake("text", text);
    if (mistake.isPresent()) {
      return new AnswerOutcome.Refused(List.of(mistake.get()));
    }
    if (!ticket.status().goesOn()) {
      return new AnswerOutcome.Over();
    }
    if (!limits.takesMessage(ticket.number(), caller.address())) {
      log.info("AST-202 message not taken, too many number={}", ticket.number());
      return new AnswerOutcome.TooMany();
    }
    say(caller, ticket, text, Map.of());
    return new AnswerOutcome.Done();
  }

  /** Writes down what whoever asked says; whoever takes care of it is told once for each turn. */
  void say(Caller caller, Ticket ticket, String text, Map<String, String> how) {
    boolean turned = ticket.status() == TicketStatus.ANSWERED;
    ticket.ask(ids.get(), text, ids.get(), caller.label(), ledger.clock.instant());
    ledger.audit(caller, AuditAction.TICKET_ANSWERED, ticket, how);
    if (turned) {
      ledger.mailToAssignee(caller, ticket, text);
    }
  }

  /** Writes down what whoever answers says, and mails it. */
  void reply(Caller caller, Ticket ticket, String who, String text, Map<String, String> how) {
    ticket.answer(ids.get(), who, text, ids.get(), caller.label(), ledger.clock.instant());
    ledger.audit(caller, AuditAction.TICKET_ANSWERED, ticket, how);
    ledger.mailToAsker(caller, ticket, "ticket.answered", Map.of("text", text), true);
    log.info("AST-102 request answered number={} by={}", ticket.number(), caller.label());
  }

  /** Nothing more is to be done, either side says. */
  AnswerOutcome close(Caller caller, Ticket ticket) {
    if (!ticket.status().goesOn()) {
      return new AnswerOutcome.Over();
    }
    ticket.close(ledger.ending(caller));
    ledger.audit(caller, AuditAction.TICKET_CLOSED, ticket, Map.of());
    log.info("AST-104 request closed number={} by={}", ticket.number(), caller.label());
    return new AnswerOutcome.Done();
  }
}
