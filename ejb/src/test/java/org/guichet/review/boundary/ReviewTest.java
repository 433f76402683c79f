package org.guichet.review.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.GrantPlace;
import org.guichet.account.entity.GroupDraft;
import org.guichet.account.entity.OperatorView.HeldRole;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.review.control.Reviews;
import org.guichet.review.entity.ReviewView;
import org.guichet.review.entity.ReviewedPerson;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Caller TIMER = Caller.system("review timer");

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-01-10T12:00:00Z");
  private AccountDesk desk;
  private OrganisationView alice;
  private GrantPlace place;
  private AccountView lea;
  private AccountView omar;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    alice = desk.organisation("AAAAAAAA");
    place = GrantPlace.in(alice.id());
    lea = desk.member("Léa", "Martin", alice, "BP-ADMIN");
    omar = desk.member("Omar", "Roy", alice, "DEPOT");
  }

  private ReviewDesk reviews() {
    ReviewDesk reviews = new ReviewDesk();
    reviews.permissions = desk.permissions;
    reviews.groupRights = desk.groupRights();
    reviews.people = desk.placePeople();
    reviews.words = words();
    reviews.reviews = new Reviews(DATABASE.entityManager());
    reviews.trail = desk.audit.trail();
    reviews.clock = clock;
    reviews.ids = UUID::randomUUID;
    return reviews;
  }

  private ReviewWords words() {
    ReviewWords words = new ReviewWords();
    words.directory = desk.organisations.directory();
    words.standing = desk.organisations.standing();
    words.catalogue = desk.catalogue();
    words.accounts = desk.directory();
    return words;
  }

  private ReviewRound round() {
    ReviewRound round = new ReviewRound();
    round.permissions = desk.permissions;
    round.people = desk.placePeople();
    round.catalogue = desk.catalogue();
    round.desk = reviews();
    round.words = words();
    round.reviews = new Reviews(DATABASE.entityManager());
    round.notices = desk.mails;
    round.settings = TestSettings.in(data);
    round.clock = clock;
    round.ids = UUID::randomUUID;
    return round;
  }

  private List<GrantPlace> due() {
    return DATABASE.inTransaction(() -> round().due(TIMER));
  }

  private boolean ask(GrantPlace where) {
    return DATABASE.inTransaction(() -> round().ask(TIMER, where));
  }

  private ReviewView view(Caller caller) {
    return DATABASE.inTransaction(() -> reviews().sheet(caller, place)).orElseThrow().review();
  }

  private int confirm(Caller caller, AccountView... people) {
    Set<AccountId> ids = Stream.of(people).map(AccountView::id).collect(Collectors.toSet());
    return DATABASE.inTransaction(() -> reviews().confirm(caller, place, ids));
  }

  private void aYearGoesBy() {
    clock.advance(Duration.ofDays(366));
  }

  @Test
  void asksAnOrganisationsAdministratorsOnceAYear() {
    assertThat(due()).isEmpty();
    aYearGoesBy();
    assertThat(due()).containsExactly(place);
    assertThat(ask(place)).isTrue();
    assertThat(ask(place)).as("asked already").isFalse();
    assertThat(due()).isEmpty();
    assertThat(desk.mails.sent().stream().filter(mail -> mail.startsWith("review.")))
        .as("users aren't asked; an account of a year ago still works")
        .containsExactly("review.asked " + lea.email());
    assertThat(desk.mails.last().arguments())
        .containsEntry("count", "2")
        .containsEntry("next", "11 janvier 2028")
        .containsEntry("link", "https://guichet.example/portal/review?of=AAAAAAAA");
  }

  @Test
  void isClosedWhenEverybodyIsConfirmedOrGoneAndAskedForAgainAYearLater() {
    aYearGoesBy();
    ask(place);
    clock.advance(Duration.ofDays(1));
    AccountView later = desk.member("Zoé", "Petit", alice, "DEPOT");
    Caller admin = desk.caller(lea, alice.id());
    assertThat(view(admin).left()).isEqualTo(2);

    assertThat(confirm(admin, lea, later)).as("who came later isn't judged").isEqualTo(1);
    assertThat(confirm(admin, lea)).isZero();
    List<ReviewedPerson> people =
        DATABASE.inTransaction(() -> reviews().sheet(admin, place)).orElseThrow().people();
    assertThat(people)
        .filteredOn(person -> person.confirmedAt().isPresent())
        .extracting(person -> person.person().account(), ReviewedPerson::confirmedBy)
        .containsExactly(tuple(lea.id(), "Léa Martin"));

    DATABASE.inTransaction(() -> desk.members().delete(admin, alice.id(), omar.id()));
    assertThat(view(admin).closedAt()).as("to look at it changes nothing").isEmpty();
    assertThat(view(admin).left()).isZero();
    assertThat(settled()).containsExactly(place);
    assertThat(settled()).isEmpty();
    assertThat(view(admin).closedAt()).contains(clock.instant());
    assertThat(DATABASE.inTransaction(() -> reviews().waiting(admin))).isEmpty();
    assertThat(due()).isEmpty();
    aYearGoesBy();
    assertThat(due()).containsExactly(place);
    assertThat(ask(place)).isTrue();
  }

  /** What the timer closes. */
  private List<GrantPlace> settled() {
    List<GrantPlace> answered = DATABASE.inTransaction(() -> round().answered(TIMER));
    for (GrantPlace one : answered) {
      DATABASE.inTransaction(
          () -> {
            reviews().settle(TIMER, one);
            return true;
          });
    }
    return answered;
  }

  @Test
  void restsWhileTheOrganisationIsSuspended() {
    aYearGoesBy();
    ask(place);
    clock.advance(Duration.ofDays(31));
    assertThat(inForce()).hasSize(1);
    DATABASE.inTransaction(
        () -> desk.organisations.register().suspend(AccountDesk.OPERATOR, alice.matricule()));

    assertThat(inForce()).isEmpty();
    assertThat(DATABASE.inTransaction(() -> reviews().overdue(AccountDesk.OPERATOR))).isZero();
    assertThat(DATABASE.inTransaction(() -> round().overdue(TIMER))).isEmpty();
    assertThat(settled()).as("nothing is answered by itself").isEmpty();
    ReviewView resting = view(AccountDesk.OPERATOR);
    assertThat(resting.resting()).isTrue();
    assertThat(resting.overdue()).isFalse();
    assertThat(confirm(AccountDesk.OPERATOR, lea, omar)).isZero();

    DATABASE.inTransaction(
        () -> desk.organisations.register().resume(AccountDesk.OPERATOR, alice.matricule()));
    assertThat(inForce()).singleElement().matches(ReviewView::overdue);
    assertThat(DATABASE.inTransaction(() -> round().overdue(TIMER))).containsExactly(place);
  }

  private List<ReviewView> inForce() {
    return DATABASE.inTransaction(
        () -> reviews().open(AccountDesk.OPERATOR, new PageRequest(0, 10)).rows());
  }

  @Test
  void restsWhileTheGroupIsRetired() {
    GroupDraft draft =
        new GroupDraft("MATIN", "DEPOTS", new Names("Matin", "Morning"), Set.of("DEPOTS-SUIVI"));
    DATABASE.inTransaction(() -> desk.groupDesk().make(AccountDesk.OPERATOR, draft));
    GrantPlace group = GrantPlace.in("MATIN");
    AccountView ugo = desk.active("Ugo", "Suivi");
    DATABASE.inTransaction(
        () ->
            desk.operatorRoles()
                .change(
                    AccountDesk.OPERATOR, ugo.id(), Set.of(new HeldRole("MATIN", "DEPOTS-SUIVI"))));
    assertThat(DATABASE.inTransaction(() -> round().askNow(AccountDesk.OPERATOR, group))).isTrue();
    assertThat(inForce()).hasSize(1);

    DATABASE.inTransaction(() -> desk.groupDesk().retire(AccountDesk.OPERATOR, "MATIN"));
    assertThat(inForce()).isEmpty();
    assertThat(
            DATABASE
                .inTransaction(() -> reviews().sheet(AccountDesk.OPERATOR, group))
                .orElseThrow())
        .matches(sheet -> sheet.review().resting());

    DATABASE.inTransaction(() -> desk.groupDesk().reopen(AccountDesk.OPERATOR, "MATIN"));
    assertThat(inForce()).hasSize(1);
  }

  @Test
  void takesNothingAwayByItselfAndShowsOperatorsWhatIsOverdue() {
    aYearGoesBy();
    ask(place);
    Caller admin = desk.caller(lea, alice.id());
    assertThat(DATABASE.inTransaction(() -> reviews().waiting(admin))).hasSize(1);
    assertThat(DATABASE.inTransaction(() -> reviews().overdue(AccountDesk.OPERATOR))).isZero();
    clock.advance(Duration.ofDays(31));
    assertThat(DATABASE.inTransaction(() -> reviews().overdue(AccountDesk.OPERATOR))).isOne();
    assertThat(
            DATABASE.inTransaction(
                () -> reviews().open(AccountDesk.OPERATOR, new PageRequest(0, 10)).rows()))
        .extracting(ReviewView::overdue, ReviewView::code)
        .containsExactly(tuple(true, "AAAAAAAA"));
    for (int hour = 0; hour < 2; hour++) {
      DATABASE
          .inTransaction(() -> round().overdue(TIMER))
          .forEach(
              late ->
                  DATABASE.inTransaction(
                      () -> {
                        round().remind(TIMER, late);
                        return true;
                      }));
    }
    assertThat(desk.mails.sent().stream().filter(mail -> mail.startsWith("review.overdue")))
        .hasSize(1);
    clock.advance(Duration.ofDays(31));
    assertThat(DATABASE.inTransaction(() -> round().overdue(TIMER)))
        .as("reminded of each month, for as long as nobody answers")
        .containsExactly(place);
    assertThat(DATABASE.inTransaction(() -> desk.placePeople().list(TIMER, place))).hasSize(2);
  }

  @Test
  void isAskedForOutOfTurnByWhoRunsThePortal() {
    Caller admin = desk.caller(lea, alice.id());
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> DATABASE.inTransaction(() -> round().askNow(admin, place)));
    assertThat(DATABASE.inTransaction(() -> round().askNow(AccountDesk.OPERATOR, place))).isTrue();
    assertThat(DATABASE.inTransaction(() -> round().askNow(AccountDesk.OPERATOR, place))).isFalse();
    assertThat(view(admin).left()).isEqualTo(2);
  }

  @Test
  void isTheBusinessOfThoseWhoAdministerThePlaceOnly() {
    aYearGoesBy();
    ask(place);
    OrganisationView bob = desk.organisation("BBBBBBBB");
    AccountView ana = desk.member("Ana", "Petit", bob, "BP-ADMIN");
    for (Caller other : List.of(desk.caller(omar, alice.id()), desk.caller(ana, bob.id()))) {
      assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> view(other));
      assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> confirm(other, lea));
    }
  }

  @Test
  void asksTheAdministratorsOfAGroupToo() {
    AccountView ines = desk.active("Inès", "Chef");
    give(ines, "DEPOTS-ADMIN");
    give(desk.active("Ugo", "Suivi"), "DEPOTS-SUIVI");
    aYearGoesBy();
    GrantPlace group = GrantPlace.in("DEPOTS-DEFAUT");
    assertThat(due()).containsExactlyInAnyOrder(place, group);
    assertThat(ask(group)).isTrue();
    assertThat(desk.mails.last().to()).isEqualTo(ines.email());
    assertThat(desk.mails.last().arguments())
        .containsEntry("link", "https://guichet.example/portal/review?group=DEPOTS-DEFAUT");
    Caller chief = desk.caller(ines, new OrganisationId(new UUID(0, 99)));
    assertThat(DATABASE.inTransaction(() -> reviews().waiting(chief)))
        .extracting(ReviewView::people)
        .containsExactly(2L);
    assertThat(DATABASE.inTransaction(() -> reviews().sheet(chief, group))).isPresent();
  }

  private void give(AccountView account, String role) {
    DATABASE.inTransaction(
        () ->
            desk.operatorRoles()
                .change(
                    AccountDesk.OPERATOR,
                    account.id(),
                    Set.of(new HeldRole("DEPOTS-DEFAUT", role))));
  }
}
