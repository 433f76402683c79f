package org.guichet.invitation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.account.entity.GrantLook;
import org.guichet.account.entity.NewPerson;
import org.guichet.audit.entity.AuditAction;
import org.guichet.invitation.control.CodeMaker;
import org.guichet.invitation.control.RedeemLimits;
import org.guichet.invitation.entity.Invitation;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.RedeemOffer;
import org.guichet.invitation.entity.RedeemOutcome;
import org.guichet.invitation.entity.RedeemOutcome.Reason;
import org.guichet.invitation.entity.RedeemOutcome.Refused;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes codes from people who are signed in. A code works once: of many who hold it at the same
 * instant, one gets its rights. Whether whoever made it may still give them is asked now.
 */
@Stateless
@PermitAll // rights: the own account; the code is what proves the rest
public class Redeeming {
  private static final Logger log = LoggerFactory.getLogger(Redeeming.class);

  @Inject Permissions permissions;
  @Inject InvitationLedger ledger;
  @Inject RedeemLimits limits;

  /** What a code would give the caller; changes nothing. */
  public RedeemOutcome preview(Caller caller, String typed) {
    AccountId own = permissions.requirePerson(caller);
    Optional<Refused> refusal = unread(caller, own, typed);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Invitation> found = ledger.book.find(lookUp(typed));
    if (found.isEmpty()) {
      return unknown(caller);
    }
    return judge(caller, own, found.get(), ledger.clock.instant())
        .<RedeemOutcome>map(refused -> refused)
        .orElseGet(() -> new RedeemOutcome.Offered(offer(caller, own, found.get())));
  }

  /** Gives the caller what the code gives, once. */
  public RedeemOutcome redeem(Caller caller, String typed) {
    AccountId own = permissions.requirePerson(caller);
    Optional<Refused> refusal = unread(caller, own, typed);
    if (refusal.isPresent()) {
      return refusal.get();
    }
    Optional<Invitation> found = ledger.book.lock(lookUp(typed));
    if (found.isEmpty()) {
      return unknown(caller);
    }
    Invitation code = found.get();
    ledger.giving.hold(caller, code.place()); // another code of the same person may be at it
    Instant now = ledger.clock.instant();
    Optional<Refused> against = judge(caller, own, code, now);
    if (against.isPresent()) {
      return against.get();
    }
    RedeemOffer offer = offer(caller, own, code);
    if (!code.redeem(own, now)) {
      throw new IllegalStateException("judged as valid, and not to be redeemed: " + code.id());
    }
    ledger.giving.give(caller, own, code.place(), code.rights());
    tell(caller, own, code, offer);
    return new RedeemOutcome.Redeemed(offer);
  }

  private Sha256 lookUp(String typed) {
    return ledger.maker.lookUp(CodeMaker.read(typed).orElseThrow());
  }

  /** Why it isn’t even looked at. What is no code is no guess either. */
  private Optional<Refused> unread(Caller caller, AccountId own, String typed) {
    if (typed.isBlank()) {
      return Optional.of(Refused.of(Reason.CODE_MISSING));
    }
    if (CodeMaker.read(typed).isEmpty()) {
      return Optional.of(Refused.of(Reason.CODE_MALFORMED));
    }
    if (!limits.look(own, caller.address())) {
      log.warn("INV-122 code not looked at, tried too often by={}", caller.label());
      return Optional.of(Refused.of(Reason.TRIED_TOO_OFTEN));
    }
    return Optional.empty();
  }

  private static Refused unknown(Caller caller) {
    log.info("INV-121 unknown code tried by={}", caller.label());
    return Refused.of(Reason.CODE_UNKNOWN);
  }

  /** Why it gives nothing, if it doesn’t. */
  private Optional<Refused> judge(Caller caller, AccountId own, Invitation code, Instant now) {
    return over(own, code, now)
        .or(() -> against(caller, code))
        .or(() -> ofThePerson(caller, own, code));
  }

  private Optional<Refused> over(AccountId own, Invitation code, Instant now) {
    return switch (code.status(now)) {
      case VALID -> Optional.empty();
      case USED ->
          Optional.of(
              code.usedBy().equals(Optional.of(own))
                  ? Refused.of(
                      Reason.CODE_USED_BY_YOU,
                      code.usedAt()
                          .orElse(now)
                          .atZone(ledger.settings.zone())
                          .toLocalDate()
                          .toString())
                  : Refused.of(Reason.CODE_USED));
      case DEACTIVATED -> Optional.of(Refused.of(Reason.CODE_DEACTIVATED));
      case EXPIRED -> Optional.of(Refused.of(Reason.CODE_EXPIRED, code.lastDay().toString()));
    };
  }

  /** What happened since it was made, to whoever made it or to what it gives. */
  private Optional<Refused> against(Caller caller, Invitation code) {
    if (ledger.suspended(code.place())) {
      return Optional.of(
          Refused.of(Reason.ORGANISATION_SUSPENDED, ledger.place(code.place()).names().french()));
    }
    boolean may =
        code.createdBy().filter(by -> ledger.giving.mayGive(caller, by, code.place())).isPresent();
    if (!may) {
      return Optional.of(Refused.of(Reason.ISSUER_WITHOUT_RIGHT));
    }
    return ledger.giving.mistakes(caller, code.place(), code.rights()).isEmpty()
        ? Optional.empty()
        : Optional.of(Refused.of(Reason.RIGHTS_RETIRED));
  }

  private Optional<Refused> ofThePerson(Caller caller, AccountId own, Invitation code) {
    boolean others =
        code.isMailed()
            && code.holderEmail()
                .filter(
                    email ->
                        ledger
                            .person(own)
                            .filter(person -> fold(person.email()).equals(fold(email)))
                            .isEmpty())
                .isPresent();
    if (others) {
      return Optional.of(Refused.of(Reason.OTHER_ADDRESS));
    }
    GrantLook look = ledger.giving.look(caller, own, code.place(), code.rights());
    if (look.fresh().isEmpty()) {
      return Optional.of(Refused.of(Reason.HELD_ALREADY));
    }
    return look.clashing().isEmpty()
        ? Optional.empty()
        : Optional.of(Refused.of(Reason.RIGHTS_EXCLUSIVE, clashing(look)));
  }

  private static String clashing(GrantLook look) {
    return look.clashing().stream().sorted().collect(Collectors.joining(", "));
  }

  private static String fold(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private RedeemOffer offer(Caller caller, AccountId own, Invitation code) {
    GrantLook look = ledger.giving.look(caller, own, code.place(), code.rights());
    Set<String> present = new HashSet<>(code.rights());
    present.removeAll(look.fresh());
    return new RedeemOffer(
        ledger.place(code.place()),
        ledger.name(code.createdBy()),
        look.fresh(),
        present,
        code.lastDay(),
        look.secondFactor());
  }

  private void tell(Caller caller, AccountId own, Invitation code, RedeemOffer offer) {
    ledger.audit(
        caller,
        AuditAction.INVITATION_REDEEMED,
        code.id().toString(),
        code.place(),
        Map.of("rights", InvitationLedger.words(code.rights())));
    log.info("INV-102 code redeemed id={} by={}", code.id(), caller.label());
    Optional<NewPerson> person = ledger.person(own);
    person.ifPresent(
        to ->
            ledger.mail(
                caller, to, "invitation.redeemed", arguments(code, offer, to, to), code.id()));
    code.createdBy()
        .filter(by -> !by.equals(own))
        .flatMap(ledger::person)
        .ifPresent(
            to ->
                ledger.mail(
                    caller,
                    to,
                    "invitation.used",
                    arguments(code, offer, to, person.orElse(to)),
                    code.id()));
  }

  private Map<String, String> arguments(
      Invitation code, RedeemOffer offer, NewPerson reader, NewPerson who) {
    InvitationPlace place = offer.place();
    return Map.of(
        "organisation", place.names().in(reader.language()),
        "rights", ledger.names(code.place(), code.rights(), reader.language()),
        "inviter", offer.issuer().orElse("-"),
        "person", who.name().full(),
        "beginning", code.beginning());
  }
}
