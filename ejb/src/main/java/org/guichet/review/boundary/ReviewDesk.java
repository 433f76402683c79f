package org.guichet.review.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.guichet.account.boundary.GroupRights;
import org.guichet.account.boundary.PlacePeople;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.PersonThere;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.review.control.Reviews;
import org.guichet.review.entity.Confirmation;
import org.guichet.review.entity.Review;
import org.guichet.review.entity.ReviewSheet;
import org.guichet.review.entity.ReviewView;
import org.guichet.review.entity.ReviewedPerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers reviews, person by person. To take somebody's rights away is the business of the pages of
 * people: here they only leave the list.
 */
@Stateless
@PermitAll // rights: Permissions and GroupRights, not the container
public class ReviewDesk {
  private static final Logger log = LoggerFactory.getLogger(ReviewDesk.class);
  private static final Caller SYSTEM = Caller.system("reviews");

  @Inject Permissions permissions;
  @Inject GroupRights groupRights;
  @Inject PlacePeople people;
  @Inject ReviewWords words;
  @Inject Reviews reviews;
  @Inject AuditTrail trail;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** The last review of a place, open or closed, with its people; empty before the first. */
  public Optional<ReviewSheet> sheet(Caller caller, GrantPlace place) {
    require(caller, place);
    return reviews.last(place).map(review -> sheet(review));
  }

  private void require(Caller caller, GrantPlace place) {
    place.organisation().ifPresent(o -> permissions.require(caller, Permission.MEMBER_MANAGE, o));
    place.group().ifPresent(group -> groupRights.requireAdministration(caller, group));
  }

  private ReviewSheet sheet(Review review) {
    Map<AccountId, Confirmation> confirmed = confirmed(review);
    List<PersonThere> all = people.list(SYSTEM, review.place());
    Map<AccountId, String> names =
        all.stream().collect(Collectors.toMap(PersonThere::account, p -> p.name().full()));
    List<ReviewedPerson> judged =
        all.stream()
            .map(
                person -> {
                  Optional<Confirmation> said =
                      Optional.ofNullable(confirmed.get(person.account()));
                  return new ReviewedPerson(
                      person,
                      asked(review, person.since()),
                      said.map(Confirmation::confirmedAt),
                      said.flatMap(Confirmation::confirmedBy)
                          .map(by -> names.getOrDefault(by, words.name(by)))
                          .orElse(""));
                })
            .toList();
    return new ReviewSheet(view(review), judged);
  }

  private Map<AccountId, Confirmation> confirmed(Review review) {
    return reviews.confirmations(review.id()).stream()
        .collect(Collectors.toMap(Confirmation::account, c -> c));
  }

  /** Whoever came later was just looked at. */
  private static boolean asked(Review review, Instant since) {
    return !since.isAfter(review.askedAt());
  }

  private ReviewView view(Review review, Map<AccountId, Instant> since, Set<AccountId> confirmed) {
    List<AccountId> asked =
        since.entrySet().stream()
            .filter(one -> asked(review, one.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return words.view(
        review, clock.instant(), asked.size(), asked.stream().filter(confirmed::contains).count());
  }

  private ReviewView view(Review review) {
    return view(review, people.since(SYSTEM, review.place()), confirmed(review).keySet());
  }

  /**
   * Says that these people still are to have what they have. Who isn't in the review, or was
   * confirmed already, is passed over; with the last one the review is closed. One that rests takes
   * no answers.
   *
   * @return how many were confirmed
   */
  public int confirm(Caller caller, GrantPlace place, Set<AccountId> accounts) {
    require(caller, place);
    Optional<Review> open = reviews.open(place);
    if (open.isEmpty() || words.resting(place)) {
      return 0;
    }
    Review review = open.get();
    reviews.lock(review);
    if (review.closedAt().isPresent()) {
      return 0; // a colleague gave the last answers meanwhile
    }
    Set<AccountId> done = confirmed(review).keySet();
    Instant now = clock.instant();
    List<AccountId> fresh =
        people.since(SYSTEM, place).entrySet().stream()
            .filter(one -> asked(review, one.getValue()))
            .map(Map.Entry::getKey)
            .filter(accounts::contains)
            .filter(account -> !done.contains(account))
            .toList();
    for (AccountId account : fresh) {
      reviews.add(Confirmation.of(ids.get(), review.id(), account, caller.account(), now));
      AuditEntry entry =
          AuditEntry.of(AuditAction.RIGHTS_CONFIRMED, AuditSubject.account(account))
              .after(Map.of("review", review.id().toString(), "group", place.group().orElse("")));
      trail.write(caller, place.organisation().map(entry::in).orElse(entry));
    }
    settle(review);
    log.info("REV-102 people confirmed review={} count={}", review.id(), fresh.size());
    return fresh.size();
  }

  /** Closes a review that nobody is left in. Gone people answer by being gone. */
  private void settle(Review review) {
    if (view(review).left() > 0) {
      return;
    }
    reviews.lock(review);
    if (review.closedAt().isEmpty()) {
      review.close(clock.instant());
      log.info("REV-103 review closed id={}", review.id());
    }
  }

  /** The same, for one that people have left since: a timer's business. */
  public void settle(Caller caller, GrantPlace place) {
    require(caller, place);
    reviews.open(place).ifPresent(this::settle);
  }

  /** Open reviews of places that the caller, who is signed in, administers. */
  public List<ReviewView> waiting(Caller caller) {
    permissions.requirePerson(caller);
    return reviews.openCount(words.groups()) == 0
        ? List.of()
        : people.administered(caller).stream()
            .flatMap(place -> reviews.open(place).stream())
            .map(this::view)
            .filter(view -> view.left() > 0 && !view.resting())
            .toList();
  }

  /** Open reviews of the whole deployment, those due first; without those that rest. */
  public Page<ReviewView> open(Caller caller, PageRequest page) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_VIEW);
    List<String> groups = words.groups();
    return new Page<>(
        reviews.open(groups, page).stream().map(this::view).toList(), reviews.openCount(groups));
  }

  /** How many reviews of the whole deployment are overdue. */
  public long overdue(Caller caller) {
    permissions.requireEverywhere(caller, Permission.ACCOUNT_VIEW);
    return reviews.overdue(words.groups(), clock.instant()).size();
  }
}
