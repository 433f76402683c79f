package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.NewPerson;
import org.guichet.assistance.control.RequestLimits;
import org.guichet.assistance.control.TicketRules;
import org.guichet.assistance.control.Tickets;
import org.guichet.assistance.entity.SubmitOutcome;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.audit.entity.AuditAction;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes requests for assistance. Public and throttled. */
@Stateless
@PermitAll // whoever needs help may have no account
public class AssistanceForm {
  private static final Logger log = LoggerFactory.getLogger(AssistanceForm.class);
  private static final Caller SYSTEM = Caller.system("assistance");

  @Inject TicketLedger ledger;
  @Inject Tickets tickets;
  @Inject RequestLimits limits;
  @Inject OrganisationDirectory directory;
  @Inject Members members;
  @Inject Supplier<UUID> ids;

  /**
   * Takes a request, and mails a link to follow it. Who wants to administer an organisation is led
   * to its administrators, by mail and in their list; to the operator only when there is none.
   */
  public SubmitOutcome submit(Caller caller, TicketRequest typed) {
    TicketRequest request = TicketRules.tidy(typed);
    List<TicketMistake> mistakes = TicketRules.mistakes(request);
    if (!mistakes.isEmpty()) {
      return new SubmitOutcome.Refused(mistakes);
    }
    if (!limits.takesRequest(request.contact().email(), caller.address())) {
      log.info("AST-201 request not taken, too many kind={}", request.kind());
      return new SubmitOutcome.TooMany();
    }
    Optional<OrganisationView> organisation = organisation(request);
    List<NewPerson> administrators =
        organisation.map(o -> members.administrators(SYSTEM, o.id())).orElse(List.of());
    Ticket ticket =
        open(caller, request, administrators.isEmpty() ? Optional.empty() : organisation);
    ledger.mailToAsker(caller, ticket, "ticket.received", quoted(request), true);
    for (NewPerson administrator : administrators) {
      Map<String, String> arguments = new HashMap<>(quoted(request));
      arguments.put("email", request.contact().email());
      arguments.put("organisation", organisation.map(OrganisationView::name).orElse(""));
      ledger.mailToDesk(
          caller,
          ticket,
          administrator.email(),
          administrator.language(),
          "ticket.forAdministrators",
          arguments);
    }
    log.info("AST-101 request taken number={} kind={}", ticket.number(), request.kind());
    return new SubmitOutcome.Taken(ticket.number());
  }

  private static Map<String, String> quoted(TicketRequest request) {
    return Map.of("kind", "TICKET_" + request.kind(), "text", request.message());
  }

  private Ticket open(Caller caller, TicketRequest request, Optional<OrganisationView> answering) {
    Ticket ticket =
        Ticket.open(
            new Ticket.Naming(
                ids.get(),
                tickets.nextNumber(),
                caller.account(),
                answering.map(OrganisationView::id)),
            request,
            ids.get(),
            caller.label(),
            ledger.clock.instant());
    if (!request.message().isEmpty()) {
      ticket.ask(ids.get(), request.message(), ids.get(), caller.label(), ledger.clock.instant());
    }
    tickets.add(ticket);
    ledger.audit(caller, AuditAction.TICKET_OPENED, ticket, Map.of("kind", request.kind().name()));
    return ticket;
  }

  /** The organisation that somebody wants to administer, if it is one that is there. */
  private Optional<OrganisationView> organisation(TicketRequest request) {
    return request.kind() == TicketKind.ADMINISTRATOR
        ? Matricule.parse(request.organisation().matricule())
            .flatMap(matricule -> directory.findByMatricule(SYSTEM, matricule))
        : Optional.empty();
  }
}
