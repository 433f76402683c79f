package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.Members;
import org.guichet.account.entity.SignedInPerson.Belonging;
import org.guichet.assistance.boundary.TicketDesk;
import org.guichet.assistance.entity.TicketsWaiting;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.insight.boundary.Deadlines;
import org.guichet.insight.entity.DeadlineCount;
import org.guichet.organisation.boundary.KeyRing;
import org.guichet.organisation.entity.KeyStatus;
import org.guichet.organisation.entity.KeyView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.review.boundary.ReviewDesk;
import org.guichet.review.entity.ReviewView;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/** Backs the dashboard's first part: what waits for the one who looks, and whom they can ask. */
@Named
@RequestScoped
public class WaitingPage {
  private static final int LATEST = 10;
  private static final int UPLOADS = 100;
  private static final Duration SOON = Duration.ofDays(30);

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject Permissions permissions;
  @Inject DepositDesk desk;
  @Inject TicketDesk tickets;
  @Inject Deadlines deadlines;
  @Inject KeyRing ring;
  @Inject Members members;
  @Inject ReviewDesk reviews;
  @Inject Clock clock;

  private @Nullable List<Item> items;
  private @Nullable DeadlineCount counted;

  /** The most pressing first. */
  public List<Item> getItems() {
    if (items == null) {
      List<Item> all = new ArrayList<>();
      if (permissions.allowsEverywhere(visitor.caller(), Permission.DEPOSIT_RETRY)) {
        long failures = desk.failures(visitor.caller());
        if (failures > 0) {
          all.add(item("ko", "warn", "failures", "/portal/failures", failures));
        }
      }
      tickets(all);
      reviews(all);
      deadlines(all);
      Belonging organisation = visitor.getOrganisation();
      if (organisation != null) {
        deposits(organisation.organisation(), all);
        keys(organisation, all);
      }
      items = List.copyOf(all);
    }
    return items;
  }

  private void reviews(List<Item> all) {
    for (ReviewView review : reviews.waiting(visitor.caller())) {
      all.add(
          item(
              review.overdue() ? "ko" : "wa",
              "people",
              review.overdue() ? "review.overdue" : "review",
              ReviewPage.address(review),
              review.names().in(language.getLocale()),
              review.left(),
              dates.day(review.dueAt())));
    }
    if (permissions.allowsEverywhere(visitor.caller(), Permission.ACCOUNT_VIEW)) {
      long late = reviews.overdue(visitor.caller());
      if (late > 0) {
        all.add(item("wa", "people", "reviews", "/portal/reviews", late));
      }
    }
  }

  private void deadlines(List<Item> all) {
    Optional<DeadlineCount> count = deadlineCount();
    count
        .map(DeadlineCount::late)
        .filter(late -> late > 0)
        .map(late -> item("ko", "warn", "late", "/portal/deadlines?state=LATE", late))
        .ifPresent(all::add);
    count
        .map(DeadlineCount::soon)
        .filter(soon -> soon > 0)
        .map(
            soon ->
                item(
                    "wa",
                    "clock",
                    "soon",
                    "/portal/deadlines?state=SOON",
                    soon,
                    deadlines.soon(visitor.caller(), visitor.caller().organisation())))
        .ifPresent(all::add);
  }

  private Optional<DeadlineCount> deadlineCount() {
    Optional<OrganisationId> reader = visitor.caller().organisation();
    if (counted == null && reader.filter(own -> may(Permission.DEPOSIT_VIEW, own)).isPresent()) {
      counted = deadlines.count(visitor.caller(), reader);
    }
    return Optional.ofNullable(counted);
  }

  private void tickets(List<Item> all) {
    if (!permissions.allowsEverywhere(visitor.caller(), Permission.TICKET_DECIDE)) {
      return;
    }
    TicketsWaiting waiting = tickets.waiting(visitor.caller());
    waiting
        .oldest()
        .map(
            at ->
                item("wa", "inbox", "tickets", "/portal/tickets", waiting.count(), dates.fully(at)))
        .ifPresent(all::add);
    if (waiting.mails() > 0) {
      all.add(item("wa", "mail", "mails", "/portal/unfiled-mails", waiting.mails()));
    }
  }

  private void deposits(OrganisationId organisation, List<Item> all) {
    if (!may(Permission.DEPOSIT_VIEW, organisation)) {
      return;
    }
    Optional<OrganisationId> mine = Optional.of(organisation);
    DepositQuery latest = new DepositQuery(mine, Optional.empty(), 0, LATEST);
    desk.list(visitor.caller(), latest).stream()
        .filter(deposit -> deposit.status() == DepositStatus.PARTLY_ACCEPTED)
        .map(this::toMend)
        .forEach(all::add);
    int unfinished = desk.unfinished(visitor.caller(), mine, UPLOADS).size();
    if (unfinished > 0) {
      all.add(item("wa", "run", "unfinished", "/portal/deposits?status=INCOMPLETE", unfinished));
    }
  }

  private Item toMend(DepositView deposit) {
    return item(
        "ko",
        "half",
        "mend",
        "/portal/deposit?number=" + deposit.number(),
        deposit.rejected(),
        deposit.fileName());
  }

  private void keys(Belonging organisation, List<Item> all) {
    if (!may(Permission.KEY_VIEW, organisation.organisation())) {
      return;
    }
    Instant soon = clock.instant().plus(SOON);
    for (KeyView key : ring.list(visitor.caller(), new Matricule(organisation.matricule()))) {
      key.expiresAt()
          .filter(end -> key.status() == KeyStatus.GOOD && end.isBefore(soon))
          .map(end -> item("wa", "key", "key", "/portal/keys", key.name(), dates.day(end)))
          .ifPresent(all::add);
    }
  }

  /** Legal deadlines of the organisation that the visitor works for. */
  public List<Deadline> getDeadlines() {
    Optional<DeadlineCount> known = deadlineCount();
    if (known.isEmpty()) {
      return List.of();
    }
    DeadlineCount count = known.get();
    Optional<OrganisationId> reader = visitor.caller().organisation();
    int days = deadlines.soon(visitor.caller(), reader);
    return List.of(
        deadline(count.late(), "late", "/portal/deadlines?state=LATE"),
        deadline(count.soon(), "soon", "/portal/deadlines?state=SOON", days),
        deadline(count.acceptedLate(), "accepted", "/portal/statistics?period=MONTHS_12"));
  }

  private Deadline deadline(long number, String key, String address, Object... arguments) {
    Texts texts = Texts.in(language.getLocale());
    return new Deadline(
        NumberFormat.getIntegerInstance(language.getLocale()).format(number),
        texts.text("dashboard.deadlines." + key, arguments),
        address);
  }

  /** Administrators of the organisation that the visitor works for. */
  public List<Administrator> getAdministrators() {
    Belonging organisation = visitor.getOrganisation();
    if (organisation == null || !may(Permission.ORGANISATION_VIEW, organisation.organisation())) {
      return List.of();
    }
    return members.administrators(visitor.caller(), organisation.organisation()).stream()
        .map(
            person ->
                new Administrator(
                    CurrentVisitor.full(person.name()),
                    CurrentVisitor.initials(person.name()),
                    person.email()))
        .toList();
  }

  private boolean may(Permission permission, OrganisationId organisation) {
    return permissions.allows(visitor.caller(), permission, organisation);
  }

  private Item item(String look, String icon, String key, String address, Object... arguments) {
    Texts texts = Texts.in(language.getLocale());
    return new Item(
        look,
        icon,
        texts.text("waiting." + key, arguments),
        texts.text("waiting." + key + ".todo", arguments),
        address);
  }

  /**
   * Something to be done.
   *
   * @param address where; empty when it isn't done in a page
   */
  public record Item(String look, String icon, String title, String todo, String address) {}

  /** How many passages a deadline presses; the page that lists them. */
  public record Deadline(String number, String text, String address) {}

  /** Somebody to ask. */
  public record Administrator(String name, String initials, String email) {}
}
