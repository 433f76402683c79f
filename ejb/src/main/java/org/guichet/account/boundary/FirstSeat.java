package org.guichet.account.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.control.Memberships;
import org.guichet.account.control.RegistrationCodeBook;
import org.guichet.account.control.Rights;
import org.guichet.account.control.SeatWish;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.ActivationOutcome;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.PersonName;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;

/**
 * The seat of an organisation's first administrator. Taken at activation, under the organisation's
 * lock: an unfinished registration keeps nobody from it, and of two at once one wins.
 */
@Dependent
class FirstSeat {
  @Inject AccountLedger ledger;
  @Inject Memberships memberships;
  @Inject RegistrationCodeBook codes;
  @Inject Rights rights;
  @Inject Supplier<UUID> ids;

  /** Sits down, or says who sits there. */
  ActivationOutcome take(Caller caller, Account account, String wish) {
    SeatWish seat = SeatWish.read(wish);
    memberships.lock(seat.organisation());
    Instant now = ledger.clock.instant();
    boolean free = memberships.administrators(seat.organisation()).isEmpty();
    boolean proven =
        free
            && codes
                .find(seat.code())
                .filter(code -> code.organisation().equals(seat.organisation()))
                .filter(code -> code.use(account.id(), now))
                .isPresent();
    if (!proven) {
      return new ActivationOutcome.SeatTaken(names(seat.organisation()));
    }
    Set<String> profiles =
        rights.catalogue().everyCompatible(rights.connected(seat.organisation()));
    account.belong();
    memberships.add(
        Membership.grant(ids.get(), account.id(), seat.organisation(), profiles, true, now));
    ledger.audit(
        caller,
        AuditEntry.of(AuditAction.MEMBERSHIP_GRANTED, AuditSubject.account(account.id()))
            .in(seat.organisation())
            .after(Map.of("profiles", String.join(",", profiles))));
    ledger.audit(
        caller,
        AuditEntry.of(
                AuditAction.REGISTRATION_CODE_USED, AuditSubject.organisation(seat.organisation()))
            .in(seat.organisation()));
    return new ActivationOutcome.Activated(account.login(), true, false);
  }

  /** The names of whom to ask. */
  List<PersonName> names(OrganisationId organisation) {
    return memberships.administrators(organisation).stream()
        .flatMap(id -> ledger.accounts.find(id).stream())
        .map(Account::name)
        .toList();
  }
}
