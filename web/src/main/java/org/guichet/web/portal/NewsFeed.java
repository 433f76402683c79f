package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.assistance.boundary.TicketWatch;
import org.guichet.assistance.entity.WaitingTicket;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.boundary.DepositSearch;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.UnfinishedUpload;
import org.guichet.notice.boundary.MailDesk;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.NoticeView;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.boundary.Mandates;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.KeyView;
import org.guichet.organisation.entity.MandateView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.review.boundary.ReviewDesk;
import org.guichet.review.entity.ReviewView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;

/**
 * What happened of late that its visitor may see: looked up where it is kept, each time. Nothing is
 * copied, so nothing is told that isn't true any more, nor to whoever lost the right.
 */
@RequestScoped
public class NewsFeed {
  /** Older news is none. */
  static final Duration WINDOW = Duration.ofDays(30);

  /** So many of each kind, and for each organisation. */
  static final int MOST = 20;

  /** So long before its end a key is told of. */
  private static final Duration ENDING = Duration.ofDays(30);

  @Inject CurrentVisitor visitor;
  @Inject Permissions permissions;
  @Inject DepositDesk desk;
  @Inject DepositSearch deposits;
  @Inject KeyRing ring;
  @Inject Mandates mandates;
  @Inject TicketWatch tickets;
  @Inject MailDesk mails;
  @Inject ReviewDesk reviews;
  @Inject PageLanguage language;
  @Inject Clock clock;

  /** In no order. */
  List<Happening> all() {
    List<Happening> all = new ArrayList<>();
    for (Belonging organisation : visitor.getOrganisations()) {
      of(organisation, all);
    }
    everywhere(all);
    reviews.waiting(visitor.caller()).forEach(review -> all.add(asked(review)));
    Instant since = since();
    all.removeIf(happening -> happening.at().isBefore(since));
    return all;
  }

  private Instant since() {
    return clock.instant().minus(WINDOW);
  }

  private void of(Belonging organisation, List<Happening> all) {
    OrganisationId id = organisation.organisation();
    Matricule matricule = new Matricule(organisation.matricule());
    if (may(Permission.DEPOSIT_VIEW, id)) {
      deposits
          .decidedSince(visitor.caller(), id, since(), MOST)
          .forEach(deposit -> decided(deposit, organisation, all));
      desk.unfinished(visitor.caller(), Optional.of(id), MOST)
          .forEach(upload -> all.add(unfinished(upload, organisation)));
    }
    if (may(Permission.KEY_VIEW, id)) {
      ring.list(visitor.caller(), matricule).forEach(key -> ending(key, organisation, all));
    }
    if (may(Permission.MANDATE_VIEW, id)) {
      mandates
          .changedSince(visitor.caller(), matricule, since(), MOST)
          .forEach(mandate -> mandate(mandate, organisation, all));
    }
    if (may(Permission.MEMBER_MANAGE, id)) {
      tickets
          .waiting(visitor.caller(), Optional.of(id), MOST)
          .forEach(ticket -> all.add(asked(ticket, organisation.name())));
    }
  }

  /** What whoever runs the portal is told. */
  private void everywhere(List<Happening> all) {
    if (mayEverywhere(Permission.TICKET_VIEW)) {
      tickets
          .waiting(visitor.caller(), Optional.empty(), MOST)
          .forEach(ticket -> all.add(asked(ticket, "")));
    }
    if (mayEverywhere(Permission.DEPOSIT_RETRY) && mayEverywhere(Permission.DEPOSIT_VIEW)) {
      DepositQuery failed =
          new DepositQuery(Optional.empty(), Optional.of(DepositStatus.FAILED), 0, MOST);
      desk.list(visitor.caller(), failed)
          .forEach(deposit -> all.add(verdict(deposit, "/portal/failures", "")));
    }
    if (mayEverywhere(Permission.MAIL_VIEW)) {
      for (NoticeStatus status : NoticeStatus.values()) {
        if (status.failed()) {
          NoticeQuery query = new NoticeQuery(Optional.empty(), Optional.of(status), 0, MOST);
          mails.list(visitor.caller(), query).forEach(mail -> all.add(lost(mail)));
        }
      }
    }
  }

  private void decided(DepositView deposit, Belonging organisation, List<Happening> all) {
    if (deposit.status() == DepositStatus.REJECTED
        || deposit.status() == DepositStatus.PARTLY_ACCEPTED
        || deposit.status() == DepositStatus.FAILED) {
      boolean here =
          visitor.caller().organisation().equals(Optional.of(organisation.organisation()));
      String address = here ? "/portal/deposit?number=" + deposit.number() : "";
      all.add(verdict(deposit, address, organisation.name()));
    }
  }

  private static Happening verdict(DepositView deposit, String address, String organisation) {
    boolean partly = deposit.status() == DepositStatus.PARTLY_ACCEPTED;
    return new Happening(
        deposit.decidedAt().orElseGet(deposit::receivedAt),
        "deposit." + deposit.status(),
        partly ? "wa" : "ko",
        partly ? "half" : deposit.status() == DepositStatus.FAILED ? "warn" : "down",
        address,
        organisation,
        Long.toString(deposit.number()),
        deposit.fileName(),
        deposit.rejected());
  }

  private static Happening unfinished(UnfinishedUpload upload, Belonging organisation) {
    return new Happening(
        upload.changedAt(), "unfinished", "wa", "run", "", organisation.name(), upload.fileName());
  }

  private void ending(KeyView key, Belonging organisation, List<Happening> all) {
    Instant now = clock.instant();
    key.expiresAt()
        .filter(end -> key.status() == KeyStatus.GOOD && end.minus(ENDING).isBefore(now))
        .ifPresent(
            end -> {
              Instant told = end.minus(ENDING);
              all.add(
                  new Happening(
                      told.isBefore(key.createdAt()) ? key.createdAt() : told,
                      "key",
                      "wa",
                      "key",
                      "/portal/keys",
                      organisation.name(),
                      key.name(),
                      end));
            });
  }

  private static void mandate(MandateView mandate, Belonging organisation, List<Happening> all) {
    boolean given = mandate.certifier().value().equals(organisation.matricule());
    String side = given ? "given" : "received";
    String other = given ? mandate.depositorName() : mandate.certifierName();
    String place = "/portal/mandates";
    all.add(
        new Happening(
            mandate.grantedAt(),
            "mandate." + side,
            "ok",
            "shield",
            place,
            organisation.name(),
            other));
    mandate
        .revokedAt()
        .map(
            at ->
                new Happening(
                    at,
                    "mandate." + side + ".revoked",
                    "wa",
                    "ban",
                    place,
                    organisation.name(),
                    other))
        .ifPresent(all::add);
  }

  private static Happening asked(WaitingTicket ticket, String organisation) {
    return new Happening(
        ticket.since(),
        "ticket." + ticket.kind(),
        "ru",
        "inbox",
        "/portal/ticket?number=" + ticket.number(),
        organisation,
        Long.toString(ticket.number()));
  }

  private Happening asked(ReviewView review) {
    return new Happening(
        review.overdue() ? review.dueAt() : review.askedAt(),
        review.overdue() ? "review.overdue" : "review",
        "wa",
        "people",
        ReviewPage.address(review),
        review.names().in(language.getLocale()),
        review.left(),
        review.dueAt());
  }

  private static Happening lost(NoticeView mail) {
    return new Happening(
        mail.changedAt(),
        "mail." + mail.status(),
        "ko",
        "mail",
        "/portal/mails?status=" + mail.status(),
        "",
        mail.subject());
  }

  private boolean may(Permission permission, OrganisationId organisation) {
    return permissions.allows(visitor.caller(), permission, organisation);
  }

  private boolean mayEverywhere(Permission permission) {
    return permissions.allowsEverywhere(visitor.caller(), permission);
  }

  /**
   * Something that happened.
   *
   * @param kind its texts are {@code news.<kind>}, and the same with {@code .todo}
   * @param look class of its colour
   * @param icon name of its picture
   * @param address where more is seen; empty for nowhere yet
   * @param organisation name of the one that it happened to; empty for the whole portal
   * @param arguments of its texts; an instant is shown as a day
   */
  record Happening(
      Instant at,
      String kind,
      String look,
      String icon,
      String address,
      String organisation,
      List<Object> arguments) {
    Happening(
        Instant at,
        String kind,
        String look,
        String icon,
        String address,
        String organisation,
        Object... arguments) {
      this(at, kind, look, icon, address, organisation, List.of(arguments));
    }
  }
}
