package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.Rights;
import org.guichet.account.control.SignIns;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountSession;
import org.guichet.account.entity.KnownDevice;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.ProviderVisit;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.SessionId;

/** Lets somebody in who has proven everything that is asked for. */
@Dependent
class SessionOpening {
  private static final Caller SYSTEM = Caller.system("sessions");

  @Inject AccountLedger ledger;
  @Inject SignIns signIns;
  @Inject ProviderLinks links;
  @Inject Memberships memberships;
  @Inject Rights rights;
  @Inject OrganisationDirectory directory;
  @Inject Tokens tokens;
  @Inject Supplier<UUID> ids;

  /**
   * Begins a session, in a browser that is known from now on.
   *
   * @param device what the browser showed of itself; empty: nothing
   * @param recoveryCodes that were made on the way
   * @param visit to the provider, with which it began
   */
  SignInOutcome open(
      Caller caller,
      Account account,
      String device,
      String agent,
      List<String> recoveryCodes,
      Optional<ProviderVisit> visit) {
    Instant now = ledger.clock.instant();
    String token = tokens.next();
    AccountSession session =
        AccountSession.begin(
            new SessionId(ids.get()), account, Tokens.digest(token), caller.address(), agent, now);
    signIns.add(session);
    ledger.accounts.signedIn(account.id(), now);
    SignedInPerson person = person(account, session);
    Caller in = person.caller(null, caller.address());
    ledger.audit(
        in,
        AuditEntry.of(AuditAction.SIGNED_IN, AuditSubject.account(account.id()))
            .after(
                visit
                    .filter(v -> v.kind() == ProviderVisit.Kind.SIGN_IN)
                    .map(v -> Map.of("issuer", v.identity().issuer()))
                    .orElse(Map.of())));
    visit.ifPresent(v -> links.arrive(in, v, account, session.id()));
    return new SignInOutcome.SignedIn(
        token, recognise(account, device, now), person, recoveryCodes);
  }

  private String recognise(Account account, String device, Instant now) {
    KnownDevice known = signIns.findDevice(account.id(), Tokens.digest(device)).orElse(null);
    if (known != null) {
      known.used(now);
      return device;
    }
    // A browser that another account is known in keeps the token it has.
    String token = device.matches("[\\w-]{43}") ? device : tokens.next();
    signIns.add(KnownDevice.meet(ids.get(), account.id(), Tokens.digest(token), now));
    return token;
  }

  SignedInPerson person(Account account, AccountSession session) {
    List<Belonging> belongings =
        memberships.of(account.id()).stream()
            .flatMap(
                membership ->
                    directory.find(SYSTEM, membership.organisation()).stream()
                        .map(
                            organisation ->
                                belonging(
                                    membership,
                                    organisation.matricule().value(),
                                    organisation.name(),
                                    organisation.active())))
            .sorted(Comparator.comparing(Belonging::name))
            .toList();
    return new SignedInPerson(
        account.id(),
        session.id(),
        account.login(),
        account.email(),
        account.name(),
        account.language(),
        account.epoch(),
        belongings,
        !rights.everywhere(account.id()).isEmpty());
  }

  private static Belonging belonging(
      Membership membership, String matricule, String name, boolean active) {
    return new Belonging(
        membership.organisation(),
        matricule,
        name,
        membership.profiles(),
        membership.administrator(),
        active);
  }
}
