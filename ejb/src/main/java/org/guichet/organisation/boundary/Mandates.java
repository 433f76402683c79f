package org.guichet.organisation.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.organisation.control.MandateBook;
import org.guichet.organisation.control.Organisations;
import org.guichet.organisation.entity.AddMandateOutcome;
import org.guichet.organisation.entity.Mandate;
import org.guichet.organisation.entity.MandateView;
import org.guichet.organisation.entity.Mistake;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may deposit for whom. A certifier grants and revokes; both see it. Days begin and end in the
 * deployment's zone. Repeating any of it is harmless.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Mandates {
  private static final Logger log = LoggerFactory.getLogger(Mandates.class);

  @Inject OrganisationAccess access;
  @Inject Organisations organisations;
  @Inject MandateBook book;
  @Inject AuditTrail trail;
  @Inject OrganisationMail mail;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /**
   * Grants a mandate.
   *
   * @param from its first day
   * @param until its last day, inclusive; empty: until it is revoked
   */
  public AddMandateOutcome add(
      Caller caller,
      Matricule certifier,
      Matricule depositor,
      LocalDate from,
      Optional<LocalDate> until) {
    Optional<Organisation> giver = access.find(caller, Permission.MANDATE_MANAGE, certifier);
    Optional<Organisation> taker = organisations.findByMatricule(depositor);
    List<Mistake> mistakes = mistakes(certifier, giver, depositor, taker);
    until
        .filter(end -> end.isBefore(from))
        .ifPresent(
            end ->
                mistakes.add(
                    Mistake.of(
                        "until",
                        Mistake.Code.MANDATE_ENDS_BEFORE_IT_BEGINS,
                        from.toString(),
                        end.toString())));
    if (giver.isEmpty() || taker.isEmpty() || !mistakes.isEmpty()) {
      return new AddMandateOutcome.Refused(mistakes);
    }
    return grant(caller, giver.get(), taker.get(), from, until);
  }

  private static List<Mistake> mistakes(
      Matricule certifier,
      Optional<Organisation> giver,
      Matricule depositor,
      Optional<Organisation> taker) {
    List<Mistake> mistakes = new ArrayList<>();
    if (giver.isEmpty()) {
      mistakes.add(Mistake.of("certifier", Mistake.Code.CERTIFIER_UNKNOWN, certifier.value()));
    } else if (!giver.get().certifier()) {
      mistakes.add(Mistake.of("certifier", Mistake.Code.NOT_A_CERTIFIER, certifier.value()));
    }
    if (taker.isEmpty()) {
      mistakes.add(Mistake.of("depositor", Mistake.Code.DEPOSITOR_UNKNOWN, depositor.value()));
    } else if (certifier.equals(depositor)) {
      mistakes.add(Mistake.of("depositor", Mistake.Code.MANDATE_TO_ITSELF, depositor.value()));
    }
    return mistakes;
  }

  private AddMandateOutcome grant(
      Caller caller,
      Organisation giver,
      Organisation taker,
      LocalDate from,
      Optional<LocalDate> until) {
    Map<OrganisationId, Organisation> both = Map.of(giver.id(), giver, taker.id(), taker);
    Optional<Mandate> standing =
        book.between(giver.id(), taker.id()).stream()
            .filter(mandate -> mandate.stands(from, until))
            .findFirst();
    if (standing.isPresent()) {
      return new AddMandateOutcome.AlreadyThere(view(standing.get(), both));
    }
    Mandate mandate =
        Mandate.grant(ids.get(), giver.id(), taker.id(), from, until, clock.instant());
    book.add(mandate);
    audit(
        caller,
        AuditAction.MANDATE_GRANTED,
        giver,
        taker,
        from + " – " + until.map(LocalDate::toString).orElse(""));
    log.info(
        "ORG-121 mandate added certifier={} depositor={} from={} until={} by={}",
        giver.matricule(),
        taker.matricule(),
        from,
        until.map(LocalDate::toString).orElse("-"),
        caller.label());
    tell(caller, "mandate.granted", giver, taker, from, until, mandate.id().toString());
    return new AddMandateOutcome.Added(view(mandate, both));
  }

  /**
   * Ends every mandate that the certifier gave to the depositor, for drops that complete from now
   * on.
   *
   * @return how many ended; 0 when all were revoked already
   * @throws RefusedException with {@code NO_SUCH_MANDATE} when none was ever given
   */
  public int revoke(Caller caller, Matricule certifier, Matricule depositor) {
    Organisation giver = access.require(caller, Permission.MANDATE_MANAGE, certifier);
    List<Mandate> given =
        organisations
            .findByMatricule(depositor)
            .map(taker -> book.between(giver.id(), taker.id()))
            .orElse(List.of());
    if (given.isEmpty()) {
      throw new RefusedException(
          RefusedException.Code.NO_SUCH_MANDATE, certifier + " to " + depositor);
    }
    List<Mandate> ended =
        given.stream().filter(mandate -> mandate.revoke(clock.instant())).toList();
    int revoked = ended.size();
    if (revoked > 0) {
      Organisation taker = organisations.findByMatricule(depositor).orElseThrow();
      audit(caller, AuditAction.MANDATE_REVOKED, giver, taker, "");
      Mandate last = ended.get(revoked - 1);
      tell(
          caller,
          "mandate.revoked",
          giver,
          taker,
          LocalDate.ofInstant(clock.instant(), settings.zone()),
          Optional.empty(),
          last.id().toString());
      log.info(
          "ORG-122 mandate revoked certifier={} depositor={} count={} by={}",
          certifier,
          depositor,
          revoked,
          caller.label());
    }
    return revoked;
  }

  /** Writes to the one who got it: who gives knows. */
  private void tell(
      Caller caller,
      String template,
      Organisation giver,
      Organisation taker,
      LocalDate from,
      Optional<LocalDate> until,
      String mandate) {
    OrganisationView to = taker.view();
    mail.post(
        caller,
        to,
        template,
        Map.of(
            "certifier", giver.matricule() + " " + giver.name(),
            "from", DayText.day(from, to.language()),
            "until", until.map(day -> DayText.day(day, to.language())).orElse("-")),
        "/portal/mandates",
        mandate);
  }

  private void audit(
      Caller caller, AuditAction action, Organisation giver, Organisation taker, String days) {
    trail.write(
        caller,
        AuditEntry.of(
                action,
                AuditSubject.of(
                    AuditSubject.Type.MANDATE, giver.matricule() + " " + taker.matricule()))
            .in(giver.id())
            .after(Map.of("days", days)));
  }

  /**
   * Whom a certifier may mean by what somebody typed: the organisation of this very matricule, else
   * those that it mandates, or mandated, and whose name or matricule holds the text. Nobody else is
   * ever named.
   */
  public List<OrganisationView> candidates(Caller caller, Matricule certifier, String text) {
    Organisation giver = access.require(caller, Permission.MANDATE_MANAGE, certifier);
    String wanted = text.strip();
    if (wanted.isEmpty()) {
      return List.of();
    }
    Optional<Organisation> named =
        Matricule.parse(wanted)
            .flatMap(organisations::findByMatricule)
            .filter(found -> !found.id().equals(giver.id()));
    if (named.isPresent()) {
      return List.of(named.get().view());
    }
    List<OrganisationId> known =
        book.of(giver.id()).stream()
            .filter(mandate -> mandate.certifier().equals(giver.id()))
            .map(Mandate::depositor)
            .toList();
    String folded = wanted.toLowerCase(Locale.ROOT);
    return organisations.findAll(known).stream()
        .map(Organisation::view)
        .filter(
            view ->
                view.name().toLowerCase(Locale.ROOT).contains(folded)
                    || view.matricule().value().toLowerCase(Locale.ROOT).contains(folded))
        .sorted(Comparator.comparing(OrganisationView::name))
        .toList();
  }

  /** What an organisation gave and got, revoked and past ones included, by first day. */
  public List<MandateView> list(Caller caller, Matricule matricule) {
    return views(book.of(access.require(caller, Permission.MANDATE_VIEW, matricule).id()));
  }

  /**
   * What an organisation gave and got, or what was revoked, since then; in no order.
   *
   * @param most how many at most
   */
  public List<MandateView> changedSince(
      Caller caller, Matricule matricule, Instant since, int most) {
    Organisation organisation = access.require(caller, Permission.MANDATE_VIEW, matricule);
    return views(book.changedSince(organisation.id(), since, most));
  }

  private List<MandateView> views(List<Mandate> mandates) {
    List<OrganisationId> sides =
        mandates.stream().flatMap(m -> Stream.of(m.certifier(), m.depositor())).toList();
    Map<OrganisationId, Organisation> names =
        organisations.findAll(sides).stream()
            .collect(Collectors.toMap(Organisation::id, Function.identity()));
    return mandates.stream().map(mandate -> view(mandate, names)).toList();
  }

  private MandateView view(Mandate mandate, Map<OrganisationId, Organisation> names) {
    Organisation certifier = sideOf(names, mandate.certifier());
    Organisation depositor = sideOf(names, mandate.depositor());
    return new MandateView(
        mandate.id(),
        certifier.matricule(),
        certifier.name(),
        depositor.matricule(),
        depositor.name(),
        mandate.from(),
        mandate.until(),
        mandate.grantedAt(),
        mandate.revokedAt(),
        mandate.inForce(clock.instant(), settings.zone()));
  }

  private static Organisation sideOf(Map<OrganisationId, Organisation> names, OrganisationId id) {
    return Optional.ofNullable(names.get(id)).orElseThrow();
  }
}
