package org.guichet.assistance.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.Operators;
import org.guichet.account.boundary.OwnProfile;
import org.guichet.assistance.control.Tickets;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.Ticket.Ending;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketLink;
import org.guichet.assistance.entity.TicketRole;
import org.guichet.assistance.entity.TicketView;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;

/**
 * What every use case of requests does the same way: who may look, mails with links, audit. Nothing
 * personal is audited: a request isn't anybody's account.
 */
@Dependent
class TicketLedger {
  private static final String FOLLOWING = "/assistance/ticket.xhtml?token=";
  private static final Caller SYSTEM = Caller.system("assistance");
  private static final String ANSWERING = "/portal/ticket.xhtml?number=";

  @Inject Permissions permissions;
  @Inject Tickets tickets;
  @Inject OwnProfile profile;
  @Inject Operators operators;
  @Inject AuditTrail trail;
  @Inject Notices notices;
  @Inject Tokens tokens;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /**
   * As whom the caller, whose session must be good, looks at it.
   *
   * @throws RefusedException with {@code NO_SUCH_TICKET} when it is none of the caller's business
   */
  TicketRole role(Caller caller, Ticket ticket) {
    if (permissions.allowsEverywhere(caller, Permission.TICKET_VIEW)) {
      return TicketRole.OPERATOR;
    }
    boolean administers =
        ticket
            .organisation()
            .filter(id -> permissions.allows(caller, Permission.MEMBER_MANAGE, id))
            .isPresent();
    if (administers) {
      return TicketRole.ADMINISTRATOR;
    }
    if (caller.account().isPresent()
        && Optional.of(permissions.requirePerson(caller)).equals(ticket.account())) {
      return TicketRole.ASKER;
    }
    throw missing(ticket.number());
  }

  /** It, when there is one and it is the caller's business; locked until the transaction ends. */
  Ticket lock(Caller caller, long number) {
    Ticket ticket = tickets.lock(number).orElseThrow(() -> missing(number));
    role(caller, ticket);
    return ticket;
  }

  static RefusedException missing(long number) {
    return new RefusedException(RefusedException.Code.NO_SUCH_TICKET, Long.toString(number));
  }

  TicketView view(Caller caller, Ticket ticket, TicketRole role) {
    boolean goesOn = ticket.status().goesOn();
    boolean answers = role == TicketRole.ASKER || mayDecide(caller, role);
    boolean decides = goesOn && mayDecide(caller, role) && role == TicketRole.OPERATOR;
    TicketKind kind = ticket.request().kind();
    return new TicketView(
        ticket.number(),
        ticket.status(),
        ticket.request(),
        role,
        goesOn && answers,
        decides && kind.decidable() && mayGive(caller, kind) && ticket.organisation().isEmpty(),
        decides && kind.decidable(),
        ticket.assigneeName(),
        caller.account().isPresent() && caller.account().equals(ticket.assignee()),
        ticket.createdAt(),
        ticket.endedAt(),
        ticket.endedBy(),
        ticket.erased(),
        ticket.thread());
  }

  private boolean mayDecide(Caller caller, TicketRole role) {
    return role == TicketRole.ADMINISTRATOR
        || (role == TicketRole.OPERATOR
            && permissions.allowsEverywhere(caller, Permission.TICKET_DECIDE));
  }

  /** Whether the caller may do all that accepting consists of. */
  private boolean mayGive(Caller caller, TicketKind kind) {
    return permissions.allowsEverywhere(caller, Permission.REGISTRATION_CODE_ISSUE)
        && (!kind.asksForAnOrganisation()
            || (permissions.allowsEverywhere(caller, Permission.ORGANISATION_CREATE)
                && permissions.allowsEverywhere(caller, Permission.MANDATE_MANAGE)));
  }

  /** The caller's own name; empty for whoever has none. */
  String name(Caller caller) {
    return caller.account().isPresent() ? profile.view(caller).account().name().full() : "";
  }

  Ending ending(Caller caller) {
    return new Ending(ids.get(), caller.label(), name(caller), clock.instant());
  }

  void audit(Caller caller, AuditAction action, Ticket ticket, Map<String, String> after) {
    AuditEntry entry = AuditEntry.of(action, subject(Long.toString(ticket.number()))).after(after);
    trail.write(caller, ticket.organisation().map(entry::in).orElse(entry));
  }

  static AuditSubject subject(String id) {
    return AuditSubject.of(AuditSubject.Type.TICKET, id);
  }

  /** A mail to whoever asked, with a link of its own to follow the request. */
  void mailToAsker(
      Caller caller, Ticket ticket, String template, Map<String, String> more, boolean follow) {
    Map<String, String> arguments = new HashMap<>(more);
    if (follow) {
      String token = tokens.next();
      tickets.add(new TicketLink(Tokens.digest(token), ticket.id(), clock.instant()));
      arguments.put("link", settings.publicUrl() + FOLLOWING + token);
    }
    mail(
        caller,
        ticket,
        ticket.request().contact().email(),
        ticket.request().contact().language(),
        template,
        arguments);
  }

  /** A mail to whoever takes care of it, that whoever asked said more; to nobody otherwise. */
  void mailToAssignee(Caller caller, Ticket ticket, String text) {
    ticket
        .assignee()
        .flatMap(account -> operators.decider(SYSTEM, Permission.TICKET_DECIDE, account))
        .ifPresent(
            who ->
                mailToDesk(
                    caller,
                    ticket,
                    who.email(),
                    who.language(),
                    "ticket.asked",
                    Map.of("text", text)));
  }

  /** A mail to whoever is to answer, with a link to the portal. */
  void mailToDesk(
      Caller caller,
      Ticket ticket,
      String email,
      Locale language,
      String template,
      Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(more);
    arguments.put("link", settings.publicUrl() + ANSWERING + ticket.number());
    mail(caller, ticket, email, language, template, arguments);
  }

  private void mail(
      Caller caller,
      Ticket ticket,
      String to,
      Locale language,
      String template,
      Map<String, String> more) {
    Map<String, String> arguments = new HashMap<>(more);
    arguments.put("number", Long.toString(ticket.number()));
    arguments.put("person", ticket.request().contact().name());
    arguments.put("publicUrl", settings.publicUrl().toString());
    if (settings.mail().inbox().isPresent() && ticket.status().goesOn()) {
      arguments.put("answerable", "true");
    }
    notices.post(
        caller,
        new Notice(
            to,
            language,
            template,
            arguments,
            List.of(),
            List.of(),
            template + ":" + ids.get(),
            Optional.empty(),
            Optional.of(ticket.id()),
            true)); // a link to follow it, or a code
  }
}
