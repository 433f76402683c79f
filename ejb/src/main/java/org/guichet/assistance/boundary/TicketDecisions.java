package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.Members;
import org.guichet.account.boundary.RegistrationCodes;
import org.guichet.assistance.control.MadeUpNumbers;
import org.guichet.assistance.control.TicketRules;
import org.guichet.assistance.entity.Acceptance;
import org.guichet.assistance.entity.DecisionOutcome;
import org.guichet.assistance.entity.DecisionOutcome.Mistaken;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketMistake;
import org.guichet.assistance.entity.TicketMistake.Code;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.assistance.entity.TicketRequest.AskedOrganisation;
import org.guichet.audit.entity.AuditAction;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.OrganisationRegister;
import org.guichet.organisation.entity.AddMandateOutcome;
import org.guichet.organisation.entity.NewOrganisation;
import org.guichet.organisation.entity.OrganisationIdentity;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Permission;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives what a request asks for, or refuses it: once, in one transaction. Of two who decide at the
 * same instant, the second is told what the first did.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class TicketDecisions {
  private static final Logger log = LoggerFactory.getLogger(TicketDecisions.class);

  @Inject TicketLedger ledger;
  @Inject OrganisationRegister register;
  @Inject OrganisationDirectory directory;
  @Inject Mandates mandates;
  @Inject RegistrationCodes codes;
  @Inject Members members;
  @Inject SecureRandom random;
  @Inject Supplier<UUID> ids;

  /**
   * Makes the organisation with its contract and mandates, or confirms who may administer one that
   * is there; mails matricule, contract and a registration code to whoever asked. The caller needs
   * the right to each of these.
   */
  public DecisionOutcome accept(Caller caller, long number, Acceptance given) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_DECIDE);
    Ticket ticket = ledger.lock(caller, number);
    if (!ticket.status().goesOn()) {
      return decided(ticket);
    }
    return switch (ticket.request().kind()) {
      case CERTIFIER, DEPOSITOR -> makeOrganisation(caller, ticket, given);
      case ADMINISTRATOR -> confirmAdministrator(caller, ticket, given);
      case OTHER -> mistaken("matricule", Code.NOT_DECIDABLE);
    };
  }

  private static DecisionOutcome decided(Ticket ticket) {
    return new DecisionOutcome.AlreadyDecided(
        ticket.status(), ticket.endedBy(), ticket.endedAt().orElse(ticket.changedAt()));
  }

  private static Mistaken mistaken(String field, Code code, String... arguments) {
    return new Mistaken(List.of(TicketMistake.of(field, code, arguments)));
  }

  private DecisionOutcome makeOrganisation(Caller caller, Ticket ticket, Acceptance given) {
    boolean certifier = ticket.request().kind() == TicketKind.CERTIFIER;
    List<OrganisationView> certifiers = new ArrayList<>();
    List<TicketMistake> mistakes = new ArrayList<>();
    for (String typed : certifier ? List.<String>of() : given.certifiers()) {
      certifier(caller, typed)
          .ifPresentOrElse(
              certifiers::add,
              () -> mistakes.add(TicketMistake.of("certifiers", Code.CERTIFIER_UNKNOWN, typed)));
    }
    String matricule = given.matricule().strip();
    if (matricule.isEmpty()) {
      matricule =
          MadeUpNumbers.matricule(random, m -> directory.findByMatricule(caller, m).isEmpty())
              .map(Matricule::value)
              .orElse("");
    }
    if (matricule.isEmpty()) {
      mistakes.add(TicketMistake.of("matricule", Code.NO_NUMBER_FREE));
    }
    if (!mistakes.isEmpty()) {
      return new Mistaken(mistakes);
    }
    return register
        .add(caller, organisation(ticket, matricule, contract(ticket, given), given))
        .<DecisionOutcome>fold(
            added -> give(caller, ticket, added.organisation(), certifiers),
            added -> give(caller, ticket, added.organisation(), certifiers),
            there -> give(caller, ticket, there.organisation(), certifiers),
            refused -> new Mistaken(List.of(), refused.mistakes()));
  }

  private Optional<OrganisationView> certifier(Caller caller, String typed) {
    return Matricule.parse(typed.strip())
        .flatMap(matricule -> directory.findByMatricule(caller, matricule))
        .filter(organisation -> !organisation.contracts().isEmpty());
  }

  private static Optional<String> contract(Ticket ticket, Acceptance given) {
    if (ticket.request().kind() != TicketKind.CERTIFIER) {
      return Optional.empty();
    }
    String typed = given.contract().strip();
    return Optional.of(typed.isEmpty() ? MadeUpNumbers.contract(ticket.number()) : typed);
  }

  private static NewOrganisation organisation(
      Ticket ticket, String matricule, Optional<String> contract, Acceptance given) {
    TicketRequest request = ticket.request();
    return new NewOrganisation(
        matricule,
        request.organisation().name(),
        request.contact().email(),
        request.contact().language(),
        contract,
        given.mode(),
        identity(request.organisation()));
  }

  /** Names as the asker gave them; numbers of authorities are for whoever checks them. */
  private static OrganisationIdentity identity(AskedOrganisation asked) {
    return new OrganisationIdentity(
        Optional.of(asked.legalName()),
        Optional.of(asked.seat()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private DecisionOutcome give(
      Caller caller,
      Ticket ticket,
      OrganisationView organisation,
      List<OrganisationView> certifiers) {
    LocalDate today = LocalDate.ofInstant(ledger.clock.instant(), ledger.settings.zone());
    for (OrganisationView certifier : certifiers) {
      AddMandateOutcome granted =
          mandates.add(
              caller, certifier.matricule(), organisation.matricule(), today, Optional.empty());
      if (granted instanceof AddMandateOutcome.Refused refused) {
        throw new IllegalStateException("Looked at before: " + refused.mistakes());
      }
    }
    Optional<String> contract =
        ticket.request().kind() == TicketKind.CERTIFIER
            ? organisation.contracts().stream().findFirst()
            : certifiers.stream().flatMap(c -> c.contracts().stream()).findFirst();
    String template =
        switch (ticket.request().kind()) {
          case CERTIFIER -> "ticket.accepted.certifier";
          case DEPOSITOR ->
              contract.isPresent() ? "ticket.accepted.depositor" : "ticket.accepted.unmandated";
          case ADMINISTRATOR, OTHER -> "ticket.accepted.administrator";
        };
    return end(caller, ticket, organisation, contract.orElse(""), template);
  }

  private DecisionOutcome confirmAdministrator(Caller caller, Ticket ticket, Acceptance given) {
    String typed =
        given.matricule().isBlank()
            ? ticket.request().organisation().matricule()
            : given.matricule();
    Optional<OrganisationView> organisation =
        Matricule.parse(typed.strip()).flatMap(m -> directory.findByMatricule(caller, m));
    if (organisation.isEmpty()) {
      return mistaken("matricule", Code.MATRICULE_UNKNOWN, typed.strip());
    }
    if (!members.administrators(caller, organisation.get().id()).isEmpty()) {
      return mistaken("matricule", Code.HAS_ADMINISTRATORS);
    }
    String contract = organisation.get().contracts().stream().findFirst().orElse("");
    return end(caller, ticket, organisation.get(), contract, "ticket.accepted.administrator");
  }

  private DecisionOutcome end(
      Caller caller,
      Ticket ticket,
      OrganisationView organisation,
      String contract,
      String template) {
    String code = codes.issue(caller, organisation.matricule());
    ticket.accept(organisation.id(), ledger.ending(caller));
    Map<String, String> arguments = new HashMap<>();
    arguments.put("organisation", organisation.name());
    arguments.put("matricule", organisation.matricule().value());
    arguments.put("contract", contract);
    arguments.put("code", code);
    arguments.put("link", ledger.settings.publicUrl() + "/signin/registration.xhtml");
    ledger.mailToAsker(caller, ticket, template, arguments, false);
    ledger.audit(
        caller,
        AuditAction.TICKET_ACCEPTED,
        ticket,
        Map.of("matricule", organisation.matricule().value(), "contract", contract));
    log.info(
        "AST-103 request accepted number={} matricule={} by={}",
        ticket.number(),
        organisation.matricule(),
        caller.label());
    return new DecisionOutcome.Accepted(organisation.name(), organisation.matricule().value());
  }

  /** Refuses it; the reason stands in the thread and is mailed. */
  public DecisionOutcome refuse(Caller caller, long number, String typed) {
    ledger.permissions.requireEverywhere(caller, Permission.TICKET_DECIDE);
    Ticket ticket = ledger.lock(caller, number);
    if (!ticket.status().goesOn()) {
      return decided(ticket);
    }
    String reason = TicketRules.text(typed);
    Optional<TicketMistake> mistake = TicketRules.mistake("reason", reason);
    if (mistake.isPresent()) {
      return new Mistaken(List.of(mistake.get()));
    }
    if (!ticket.request().kind().decidable()) {
      return mistaken("reason", Code.NOT_DECIDABLE);
    }
    ticket.refuse(ids.get(), reason, ledger.ending(caller));
    ledger.mailToAsker(caller, ticket, "ticket.refused", Map.of("text", reason), true);
    ledger.audit(caller, AuditAction.TICKET_REFUSED, ticket, Map.of());
    log.info("AST-105 request refused number={} by={}", number, caller.label());
    return new DecisionOutcome.TurnedDown();
  }
}
