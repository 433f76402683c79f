package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.Members;
import org.guichet.account.boundary.Operators;
import org.guichet.assistance.control.AnswerText;
import org.guichet.assistance.control.RequestLimits;
import org.guichet.assistance.control.TicketMails;
import org.guichet.assistance.control.TicketRules;
import org.guichet.assistance.control.Tickets;
import org.guichet.assistance.entity.MessageAuthor;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketMail;
import org.guichet.assistance.entity.TicketMessage;
import org.guichet.assistance.entity.UnfiledReason;
import org.guichet.notice.entity.ReceivedMail;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files answers that came by mail in the threads of requests. An answer counts when it refers to a
 * mail about the request that we sent to its sender, whose ids nobody guesses, and when that sender
 * asked or answers there; any other is kept for an operator. Whoever asked is sent nothing in
 * return.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TicketReplies {
  /** More than anybody looks through; beyond, mails stay in the inbox as they are. */
  static final int UNFILED_AT_MOST = 500;

  private static final Logger log = LoggerFactory.getLogger(TicketReplies.class);
  private static final Caller SYSTEM = Caller.system("assistance");
  private static final Map<String, String> BY_MAIL = Map.of("by", "mail");
  private static final String MORE = " […]";

  @Inject TicketLedger ledger;
  @Inject TicketThread thread;
  @Inject Tickets tickets;
  @Inject TicketMails mails;
  @Inject RequestLimits limits;
  @Inject Operators operators;
  @Inject Members members;
  @Inject Supplier<UUID> ids;

  /**
   * Takes a mail that answers one of ours, or was sent to the address that ours come from. Taking
   * it again changes nothing.
   *
   * @return whether it is kept, in a thread or for an operator
   */
  public boolean take(Caller caller, ReceivedMail mail) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_FILE);
    if (mails.knows(mail.digest())) {
      return true;
    }
    Optional<Ticket> ticket =
        mail.about().flatMap(tickets::find).flatMap(found -> tickets.lock(found.number()));
    if (ticket.isEmpty() && !mail.answersOurs() && !mail.addressed()) {
      return false;
    }
    String text = TicketRules.text(AnswerText.of(TicketRules.text(mail.text())));
    Optional<Side> side = ticket.flatMap(t -> side(t, mail.sender()));
    Optional<UnfiledReason> why = reason(ticket, side, text);
    if (why.isPresent() && mails.countUnfiled() >= UNFILED_AT_MOST) {
      log.error("AST-203 mail left in the inbox, too many wait for an operator");
      return false;
    }
    TicketMail kept = TicketMail.receive(ids.get(), mail, ticket, why, ledger.clock.instant());
    mails.add(kept);
    if (why.isPresent()) {
      log.info("AST-108 mail kept for an operator id={} why={}", kept.id(), why.get());
    } else {
      file(caller, ticket.orElseThrow(), side.orElseThrow(), text, kept);
    }
    return true;
  }

  private void file(Caller caller, Ticket ticket, Side side, String text, TicketMail mail) {
    String kept = cut(text);
    if (side.author() == MessageAuthor.ASKER) {
      thread.say(caller, ticket, kept, BY_MAIL);
    } else {
      thread.reply(caller, ticket, side.name(), kept, BY_MAIL);
    }
    ticket.cameBy(mail);
    log.info("AST-107 answer by mail filed number={} id={}", ticket.number(), mail.id());
  }

  /** So much stands in a thread; all of it can be read beside. */
  static String cut(String text) {
    return text.length() <= TicketMessage.MOST
        ? text
        : text.substring(0, TicketMessage.MOST - MORE.length()) + MORE;
  }

  private Optional<UnfiledReason> reason(
      Optional<Ticket> ticket, Optional<Side> side, String text) {
    if (ticket.isEmpty()) {
      return Optional.of(UnfiledReason.NO_REQUEST);
    }
    if (side.isEmpty()) {
      return Optional.of(UnfiledReason.OTHER_SENDER);
    }
    if (!ticket.get().status().goesOn()) {
      return Optional.of(UnfiledReason.OVER);
    }
    if (text.isEmpty()) {
      return Optional.of(UnfiledReason.EMPTY);
    }
    return limits.takesMail(ticket.get().number())
        ? Optional.empty()
        : Optional.of(UnfiledReason.TOO_MANY);
  }

  /**
   * Who speaks.
   *
   * @param name of whoever answers; empty for whoever asked
   */
  private record Side(MessageAuthor author, String name) {}

  /** The side that has this address: whoever asked, or somebody who may answer now. */
  private Optional<Side> side(Ticket ticket, String sender) {
    if (same(sender, ticket.request().contact().email())) {
      return Optional.of(new Side(MessageAuthor.ASKER, ""));
    }
    return operators.deciding(SYSTEM, Permission.TICKET_DECIDE).stream()
        .filter(operator -> same(sender, operator.email()))
        .map(operator -> operator.name().full())
        .findFirst()
        .or(() -> administrator(ticket, sender))
        .map(name -> new Side(MessageAuthor.DESK, name));
  }

  private Optional<String> administrator(Ticket ticket, String sender) {
    return ticket
        .organisation()
        .flatMap(
            organisation ->
                members.administrators(SYSTEM, organisation).stream()
                    .filter(person -> same(sender, person.email()))
                    .map(person -> person.name().full())
                    .findFirst());
  }

  private static boolean same(String one, String other) {
    return !one.isEmpty() && one.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
  }
}
