package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.control.AnswerText;
import org.guichet.assistance.control.TicketMails;
import org.guichet.assistance.control.TicketRules;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketMail;
import org.guichet.assistance.entity.TicketMailState;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.assistance.entity.TicketMistake.Code;
import org.guichet.assistance.entity.UnfiledMail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;

/** Mails that stand in no thread by themselves, for whoever runs the portal. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class UnfiledMails {
  @Inject TicketLedger ledger;
  @Inject TicketThread thread;
  @Inject TicketMails mails;

  /** Those that nobody has dealt with, the oldest first. */
  public Page<UnfiledMail> list(Caller caller, PageRequest page) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_VIEW);
    ledger.trail.write(
        caller, AuditEntry.of(AuditAction.TICKETS_VIEWED, TicketLedger.subject("mails")));
    return new Page<>(
        mails.unfiled(page).stream().map(TicketMail::view).toList(), mails.countUnfiled());
  }

  /**
   * Files it in a request's thread, as something that whoever asked says.
   *
   * @return what stands against it; empty when it is filed now, or was dealt with before
   * @throws RefusedException with {@code NO_SUCH_MAIL}
   */
  public Optional<TicketMistake> file(Caller caller, UUID id, long number) {
    TicketMail mail = require(caller, id);
    if (mail.state() != TicketMailState.UNFILED) {
      return Optional.empty();
    }
    Optional<Ticket> ticket = ledger.tickets.lock(number);
    if (ticket.isEmpty()) {
      return Optional.of(TicketMistake.of("number", Code.NO_SUCH_REQUEST, Long.toString(number)));
    }
    if (!ticket.get().status().goesOn()) {
      return Optional.of(TicketMistake.of("number", Code.REQUEST_OVER, Long.toString(number)));
    }
    String text = TicketRules.text(AnswerText.of(TicketRules.text(mail.text())));
    if (text.isEmpty()) {
      return Optional.of(TicketMistake.of("number", Code.MAIL_EMPTY));
    }
    thread.say(caller, ticket.get(), TicketReplies.cut(text), Map.of("by", "mail"));
    ticket.get().cameBy(mail);
    mail.settle(caller.label(), ledger.clock.instant());
    return Optional.empty();
  }

  /**
   * It was dealt with otherwise.
   *
   * @throws RefusedException with {@code NO_SUCH_MAIL}
   */
  public void settle(Caller caller, UUID id) {
    TicketMail mail = require(caller, id);
    if (mail.state() == TicketMailState.UNFILED) {
      mail.settle(caller.label(), ledger.clock.instant());
      ledger.trail.write(
          caller, AuditEntry.of(AuditAction.TICKET_MAIL_SETTLED, TicketLedger.subject("mails")));
    }
  }

  private TicketMail require(Caller caller, UUID id) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_DECIDE);
    return mails
        .find(id)
        .orElseThrow(() -> new RefusedException(RefusedException.Code.NO_SUCH_MAIL, id.toString()));
  }
}
