package org.guichet.account.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.AccountLedger.Mail;
import org.guichet.account.control.Codewords;
import org.guichet.account.control.GuessLimits;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.PersonRules;
import org.guichet.account.control.RegistrationCodeBook;
import org.guichet.account.control.SeatWish;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.RegistrationOutcome;
import org.guichet.account.entity.RegistrationRequest;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.OrganisationStanding;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * People who make their own account. Public and throttled; never tells whether an address or a
 * login is known: everybody gets an account of their own, and an address links nothing.
 */
@Stateless
@PermitAll // whoever calls isn't anybody yet
public class Registration {
  private static final Logger log = LoggerFactory.getLogger(Registration.class);
  private static final Caller SYSTEM = Caller.system("registration");

  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject RegistrationCodeBook codes;
  @Inject FirstSeat seat;
  @Inject OrganisationDirectory directory;
  @Inject OrganisationStanding standing;
  @Inject GuessLimits limits;

  /**
   * Registers a first administrator: both numbers must fit together, and the code prove that the
   * operator sent this person. The seat itself is taken at activation.
   */
  public RegistrationOutcome register(Caller caller, RegistrationRequest request) {
    List<AccountMistake> mistakes = PersonRules.mistakes(request.person());
    if (!mistakes.isEmpty()) {
      return new RegistrationOutcome.Refused(mistakes);
    }
    String source = GuessLimits.source(caller.address());
    if (!limits.requests().tries("register:" + request.matricule(), source, false)) {
      log.info("ACC-122 registration not looked at, tried too often");
      return new RegistrationOutcome.NotRecognised();
    }
    Optional<OrganisationView> organisation = organisation(request);
    if (organisation.isEmpty()) {
      return new RegistrationOutcome.NotRecognised();
    }
    OrganisationId id = organisation.get().id();
    List<PersonName> administrators = seat.names(id);
    if (!administrators.isEmpty()) {
      return new RegistrationOutcome.AskThem(administrators);
    }
    Sha256 code = Tokens.digest(Codewords.normal(request.code()));
    if (codes
        .find(code)
        .filter(found -> found.organisation().equals(id))
        .filter(found -> found.works(ledger.clock.instant()))
        .isEmpty()) {
      return new RegistrationOutcome.NotRecognised();
    }
    limits.requests().succeeded("register:" + request.matricule(), source); // no guess: others may
    Account account = make(caller, request.person(), false);
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.REGISTRATION_ASKED, AuditSubject.account(account.id())).in(id));
    ledger.sendLink(
        caller,
        account,
        MailPurpose.ACTIVATION,
        Optional.of(new SeatWish(id, code).write()),
        Mail.of("account.activation").with("organisation", organisation.get().name()));
    return new RegistrationOutcome.Asked();
  }

  /** The active organisation that both numbers name. */
  private Optional<OrganisationView> organisation(RegistrationRequest request) {
    Optional<OrganisationView> own =
        Matricule.parse(request.matricule().strip())
            .flatMap(matricule -> directory.findByMatricule(SYSTEM, matricule))
            .filter(OrganisationView::active);
    Optional<OrganisationView> holder = standing.findByContract(SYSTEM, request.contract().strip());
    return own.filter(
        organisation ->
            holder
                .filter(
                    h ->
                        h.id().equals(organisation.id())
                            || standing.mandates(SYSTEM, h.id(), organisation.id()))
                .isPresent());
  }

  /**
   * Makes an account without any right, for somebody who holds an invitation code. Erased after 30
   * days without one.
   */
  public RegistrationOutcome registerPersonally(Caller caller, NewPerson person) {
    List<AccountMistake> mistakes = PersonRules.mistakes(person);
    if (!mistakes.isEmpty()) {
      return new RegistrationOutcome.Refused(mistakes);
    }
    String source = GuessLimits.source(caller.address());
    if (!limits.requests().tries("mail:" + Account.fold(person.email()), source, false)) {
      log.info("ACC-123 personal registration not looked at, tried too often");
      return new RegistrationOutcome.NotRecognised();
    }
    Account account = make(caller, person, true);
    ledger.audit(caller, AuditAction.REGISTRATION_ASKED, account);
    ledger.sendLink(
        caller, account, MailPurpose.ACTIVATION, Optional.empty(), Mail.of("account.activation"));
    return new RegistrationOutcome.Asked();
  }

  private Account make(Caller caller, NewPerson person, boolean personal) {
    return ledger.make(caller, person, personal);
  }
}
