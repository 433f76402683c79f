package org.guichet.review.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.AccountDirectory;
import org.guichet.account.boundary.CatalogueDesk;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.GrantPlace;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.boundary.OrganisationStanding;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.review.entity.Review;
import org.guichet.review.entity.ReviewView;

/** How reviews and their places are called. */
@Dependent
class ReviewWords {
  private static final Caller SYSTEM = Caller.system("reviews");

  @Inject OrganisationDirectory directory;
  @Inject OrganisationStanding standing;
  @Inject CatalogueDesk catalogue;
  @Inject AccountDirectory accounts;

  /** The login of an account; empty for one that was erased. */
  String name(AccountId id) {
    return accounts.login(SYSTEM, id).orElse("");
  }

  ReviewView view(Review review, Instant now, long people, long confirmed) {
    GrantPlace place = review.place();
    boolean resting = resting(place);
    return new ReviewView(
        review.id(),
        place,
        names(place),
        code(place),
        review.askedAt(),
        review.dueAt(),
        review.closedAt(),
        review.overdue(now) && !resting,
        resting,
        people,
        confirmed);
  }

  /** Whether rights there allow nothing now, so that nobody has to judge them. */
  boolean resting(GrantPlace place) {
    return place.fold(
        organisation -> !standing.active(SYSTEM, organisation),
        group -> catalogue.catalogue(SYSTEM).group(group).isEmpty());
  }

  /** Codes of the groups in force. */
  List<String> groups() {
    return catalogue.catalogue(SYSTEM).services().stream()
        .flatMap(service -> service.groups().stream())
        .map(RightGroup::code)
        .toList();
  }

  Names names(GrantPlace place) {
    return place.fold(
        organisation -> {
          String name = directory.find(SYSTEM, organisation).map(OrganisationView::name).orElse("");
          return new Names(name, name);
        },
        group ->
            catalogue
                .catalogue(SYSTEM)
                .group(group)
                .map(RightGroup::names)
                .orElse(new Names(group, group)));
  }

  private String code(GrantPlace place) {
    Optional<String> matricule =
        place
            .organisation()
            .flatMap(organisation -> directory.find(SYSTEM, organisation))
            .map(organisation -> organisation.matricule().value());
    return matricule.or(place::group).orElse("");
  }
}
