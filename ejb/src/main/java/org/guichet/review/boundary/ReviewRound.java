package org.guichet.review.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.boundary.PlacePeople;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.PersonThere;
import org.guichet.notice.boundary.Notices;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.review.control.Reviews;
import org.guichet.review.entity.Review;
import org.guichet.review.entity.ReviewView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for reviews that are due, and reminds each month of those that are overdue. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ReviewRound {
  private static final Logger log = LoggerFactory.getLogger(ReviewRound.class);
  private static final Caller SYSTEM = Caller.system("reviews");
  private static final int MOST = 200;

  @Inject Permissions permissions;
  @Inject PlacePeople people;
  @Inject CatalogueDesk catalogue;
  @Inject ReviewDesk desk;
  @Inject ReviewWords words;
  @Inject Reviews reviews;
  @Inject Notices notices;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Places whose administrators weren't asked for a whole period; some of them when many are. */
  public List<GrantPlace> due(Caller caller) {
    permissions.requireEverywhere(caller, Permission.REVIEW_ASK);
    Instant since = since();
    return Stream.concat(
            reviews.due(since, MOST).stream().map(GrantPlace::in),
            catalogue.catalogue(caller).services().stream()
                .flatMap(service -> service.groups().stream())
                .map(RightGroup::code)
                .map(GrantPlace::in)
                .filter(place -> due(caller, place, since)))
        .toList();
  }

  private boolean due(Caller caller, GrantPlace place, Instant since) {
    Optional<Review> last = reviews.last(place);
    if (last.isPresent()) {
      return last.get().closedAt().isPresent() && !last.get().askedAt().isAfter(since);
    }
    return people.since(caller, place).values().stream()
        .min(Comparator.naturalOrder())
        .filter(first -> !first.isAfter(since))
        .isPresent();
  }

  private Instant since() {
    return clock.instant().atOffset(ZoneOffset.UTC).minus(settings.account().review()).toInstant();
  }

  /**
   * Asks the administrators of a place to go through its people. Asking twice is harmless.
   *
   * @return whether it was asked now
   */
  public boolean ask(Caller caller, GrantPlace place) {
    permissions.requireEverywhere(caller, Permission.REVIEW_ASK);
    Instant now = clock.instant();
    Instant since = since();
    Optional<Review> last = reviews.last(place);
    if (last.filter(r -> r.closedAt().isEmpty() || r.askedAt().isAfter(since)).isPresent()) {
      return false;
    }
    start(place, last, now);
    return true;
  }

  private void start(GrantPlace place, Optional<Review> last, Instant now) {
    Review review = Review.ask(ids.get(), place, last.map(Review::turn).orElse(0) + 1, now);
    reviews.add(review);
    int mails = tell(review, "review.asked");
    log.info("REV-101 review asked for id={} mails={}", review.id(), mails);
  }

  /**
   * Asks out of turn, because somebody who runs the portal wants to know.
   *
   * @return false when there is an open one
   */
  public boolean askNow(Caller caller, GrantPlace place) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_MANAGE);
    place
        .group()
        .filter(group -> catalogue.catalogue(SYSTEM).group(group).isEmpty())
        .ifPresent(
            group -> {
              throw new RefusedException(RefusedException.Code.NO_SUCH_GROUP, group);
            });
    Optional<Review> last = reviews.last(place);
    if (last.filter(review -> review.closedAt().isEmpty()).isPresent()) {
      return false;
    }
    start(place, last, clock.instant());
    return true;
  }

  /** Places of open reviews that nobody is left in, so that they can be closed. */
  public List<GrantPlace> answered(Caller caller) {
    permissions.requireEverywhere(caller, Permission.REVIEW_ASK);
    return reviews.answered().stream().map(Review::place).toList();
  }

  /** Open reviews that are overdue, and of which nobody was reminded for a month. */
  public List<GrantPlace> overdue(Caller caller) {
    permissions.requireEverywhere(caller, Permission.REVIEW_ASK);
    return reviews.overdue(words.groups(), clock.instant()).stream()
        .filter(this::toRemind)
        .map(Review::place)
        .toList();
  }

  private boolean toRemind(Review review) {
    return !review.remindedAfter(clock.instant().minus(Review.TIME));
  }

  /**
   * Reminds the administrators of a place, once a month; a review whose people are gone is closed.
   * Where nobody can be told it stays to be told, and operators see it.
   */
  public void remind(Caller caller, GrantPlace place) {
    permissions.requireEverywhere(caller, Permission.REVIEW_ASK);
    desk.settle(caller, place);
    reviews
        .open(place)
        .filter(this::toRemind)
        .filter(review -> tell(review, "review.overdue") > 0)
        .ifPresent(review -> review.remind(clock.instant()));
  }

  private int tell(Review review, String template) {
    List<PersonThere> all = people.list(SYSTEM, review.place());
    ReviewView view = words.view(review, clock.instant(), all.size(), 0);
    List<PersonThere> administrators =
        all.stream().filter(PersonThere::administrator).filter(PersonThere::usable).toList();
    for (PersonThere person : administrators) {
      notices.post(
          SYSTEM,
          new Notice(
              person.email(),
              person.language(),
              template,
              Map.of(
                  "givenName", person.name().given(),
                  "familyName", person.name().family(),
                  "place", view.names().in(person.language()) + " (" + view.code() + ")",
                  "count", Integer.toString(all.size()),
                  "day", day(review.dueAt(), person.language()),
                  "next", day(next(review), person.language()),
                  "link", settings.publicUrl() + "/portal/review?" + query(view)),
              List.of(),
              String.join(
                  ":",
                  template,
                  review.id().toString(),
                  person.account().toString(),
                  LocalDate.ofInstant(clock.instant(), settings.zone()).toString())));
    }
    return administrators.size();
  }

  /** When the one after it is asked for at the earliest. */
  private Instant next(Review review) {
    return review.askedAt().atZone(settings.zone()).plus(settings.account().review()).toInstant();
  }

  private static String query(ReviewView view) {
    return (view.place().group().isPresent() ? "group=" : "of=") + view.code();
  }

  /** As the reader writes it: {@code 1 mars 2026}. */
  private String day(Instant time, Locale language) {
    return DayText.day(LocalDate.ofInstant(time, settings.zone()), language);
  }
}
