package org.guichet.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.invitation.boundary.CodesDesk.OPERATOR;
import static org.guichet.invitation.boundary.CodesDesk.wish;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.GrantPlace;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationQuery;
import org.guichet.invitation.entity.InvitationQuery.Sort;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.invitation.entity.InvitedBy;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestCatalogue;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class InvitationDeskTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final GrantPlace TEAM = GrantPlace.in(TestCatalogue.TEAM);

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private CodesDesk desk;

  @BeforeEach
  void open() {
    desk = new CodesDesk(DATABASE, clock, data);
  }

  static InvitationQuery all() {
    return query("", Optional.empty(), Optional.empty(), Sort.CREATED, true);
  }

  private static InvitationQuery query(
      String text,
      Optional<InvitationStatus> status,
      Optional<GrantPlace> place,
      Sort sort,
      boolean descending) {
    return new InvitationQuery(
        text, status, place, sort, descending, false, new PageRequest(0, 25));
  }

  private Page<InvitationView> list(Caller caller, InvitationQuery query) {
    return desk.in(() -> desk.desk().list(caller, query));
  }

  private List<String> beginnings(Caller caller, InvitationQuery query) {
    Page<InvitationView> page = list(caller, query);
    assertThat(page.total()).isEqualTo(page.rows().size());
    return page.rows().stream().map(InvitationView::beginning).toList();
  }

  @Test
  void listsWhatTheCallerAdministersAndNothingElse() {
    Caller north = desk.with("Omar", TestCatalogue.TEAM, "CHEF-NORD");
    OrganisationView other = desk.accounts.organisation("98XYZ765");
    Caller elsewhere =
        desk.accounts.caller(desk.accounts.member("Lia", "Roy", other, "BP-ADMIN"), other.id());
    InvitationView ours = desk.code("DEPOT");
    InvitationView team = desk.create(north, TEAM, wish(1, 10, "LECTURE-NORD")).get(0);

    assertThat(beginnings(desk.chief, all())).containsExactly(ours.beginning());
    assertThat(beginnings(north, all())).containsExactly(team.beginning());
    assertThat(beginnings(elsewhere, all())).isEmpty();
    assertThat(beginnings(desk.stranger("Ana", "Petit"), all())).isEmpty();
    assertThat(beginnings(desk.with("Eva", "PORTAIL-DEFAUT", "EXPLOITANT"), all()))
        .containsExactlyInAnyOrder(ours.beginning(), team.beginning());
    assertThat(list(desk.chief, all()).rows()).allMatch(row -> row.code().isPresent());
    assertThat(list(desk.with("Zoé", "PORTAIL-DEFAUT", "EXPLOITANT"), all()).rows())
        .as("whoever runs the portal sees no code that works")
        .allMatch(row -> row.code().isEmpty());
    for (UUID id : List.of(team.id(), UUID.randomUUID())) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> desk.in(() -> desk.desk().find(desk.chief, id)))
          .matches(e -> e.code() == RefusedException.Code.NO_SUCH_INVITATION);
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> desk.in(() -> desk.desk().deactivate(desk.chief, id)))
          .matches(e -> e.code() == RefusedException.Code.NO_SUCH_INVITATION);
    }
  }

  @Test
  void filtersByStatusAndPlace() {
    InvitationView valid = desk.code("DEPOT");
    InvitationView used = desk.code("DEPOT");
    desk.redeem(desk.stranger("Ana", "Petit"), used.code().orElseThrow());
    InvitationView stopped = desk.code("DEPOT");
    assertThat(desk.in(() -> desk.desk().deactivate(desk.chief, stopped.id()))).isTrue();
    assertThat(desk.in(() -> desk.desk().deactivate(desk.chief, stopped.id()))).isFalse();
    InvitationView over = desk.create(desk.chief, desk.place(), wish(1, 1, "DEPOT")).get(0);
    clock.advance(Duration.ofDays(2));
    Caller chief = desk.accounts.caller(desk.head, desk.school.id());

    assertThat(with(chief, InvitationStatus.VALID)).containsExactly(valid.beginning());
    assertThat(with(chief, InvitationStatus.USED)).containsExactly(used.beginning());
    assertThat(with(chief, InvitationStatus.DEACTIVATED)).containsExactly(stopped.beginning());
    assertThat(with(chief, InvitationStatus.EXPIRED)).containsExactly(over.beginning());
    assertThat(
            beginnings(
                chief,
                query("", Optional.empty(), Optional.of(desk.place()), Sort.LAST_DAY, false)))
        .hasSize(4)
        .startsWith(over.beginning());
    assertThat(beginnings(chief, query("", Optional.empty(), Optional.of(TEAM), Sort.PLACE, true)))
        .isEmpty();
  }

  @Test
  void putsCodesOfOnePlaceTogetherOrganisationsFirst() {
    Caller eva = desk.with("Eva", "PORTAIL-DEFAUT", "EXPLOITANT");
    OrganisationView other = desk.accounts.organisation("98XYZ765");
    GrantPlace portal = GrantPlace.in("PORTAIL-DEFAUT");
    InvitationView first = desk.create(eva, TEAM, wish(1, 10, "LECTURE-NORD")).get(0);
    InvitationView second = desk.code("DEPOT");
    InvitationView third = desk.create(eva, portal, wish(1, 9, "EXPLOITANT")).get(0);
    InvitationView fourth = desk.create(eva, GrantPlace.in(other.id()), wish(1, 8, "DEPOT")).get(0);
    InvitationView fifth = desk.create(eva, TEAM, wish(1, 7, "LECTURE-NORD")).get(0);
    List<String> places =
        desk.in(() -> desk.desk().places(eva)).stream().map(InvitationPlace::code).toList();
    assertThat(places)
        .as("those that there are codes of, suspended or not")
        .contains("12ABC345", "98XYZ765", "EQUIPE-NORD");

    List<String> byDay =
        list(eva, together(Sort.LAST_DAY, false)).rows().stream()
            .map(InvitationView::beginning)
            .toList();
    List<InvitationView> inTurn =
        Stream.of(second, fourth, fifth, first, third)
            .sorted(
                Comparator.comparing((InvitationView view) -> places.indexOf(view.place().code()))
                    .thenComparing(InvitationView::lastDay))
            .toList();
    assertThat(byDay).isEqualTo(inTurn.stream().map(InvitationView::beginning).toList());
    assertThat(list(eva, together(Sort.PLACE, true)).rows())
        .extracting(view -> view.place().code())
        .isEqualTo(
            inTurn.stream()
                .map(view -> view.place().code())
                .sorted(Comparator.comparing(places::indexOf).reversed())
                .toList());
  }

  private static InvitationQuery together(Sort sort, boolean descending) {
    return new InvitationQuery(
        "", Optional.empty(), Optional.empty(), sort, descending, true, new PageRequest(0, 25));
  }

  @Test
  void knowsSuspendedOrganisationsOnlyForWhoRunsThePortal() {
    Caller eva = desk.with("Eva", "PORTAIL-DEFAUT", "EXPLOITANT");
    desk.code("DEPOT");
    Matricule matricule = desk.school.matricule();
    assertThat(desk.in(() -> desk.desk().place(desk.chief, matricule))).isPresent();
    assertThat(desk.in(() -> desk.desk().place(desk.stranger("Ana", "Petit"), matricule)))
        .isEmpty();

    desk.in(() -> desk.accounts.organisations.register().suspend(OPERATOR, matricule));
    assertThat(desk.in(() -> desk.desk().place(eva, matricule))).isPresent();
    assertThat(desk.in(() -> desk.desk().places(eva)))
        .extracting(InvitationPlace::code)
        .contains("12ABC345");
    assertThat(desk.in(() -> desk.desk().places(desk.chief))).isEmpty();
  }

  private List<String> with(Caller caller, InvitationStatus status) {
    return beginnings(
        caller, query("", Optional.of(status), Optional.empty(), Sort.CREATOR, false));
  }

  @Test
  void findsByCreatorOrByAWholeCodeWhateverBecameOfIt() {
    AccountView second = desk.accounts.member("Lia", "Bélanger", desk.school, "BP-ADMIN");
    Caller lia = desk.accounts.caller(second, desk.school.id());
    InvitationView ofLia = desk.create(lia, desk.place(), wish(1, 10, "DEPOT")).get(0);
    InvitationView ours = desk.code("DEPOT");
    desk.in(() -> desk.desk().deactivate(desk.chief, ours.id()));

    assertThat(found("belang")).containsExactly(ofLia.beginning());
    assertThat(found("Claire")).containsExactly(ours.beginning());
    assertThat(found(ours.code().orElseThrow().toUpperCase(Locale.ROOT)))
        .containsExactly(ours.beginning());
    assertThat(found(UUID.randomUUID().toString())).isEmpty();
    assertThat(found("100%")).isEmpty();
  }

  private List<String> found(String text) {
    return beginnings(
        desk.chief, query(text, Optional.empty(), Optional.empty(), Sort.CREATED, false));
  }

  @Test
  void showsValidCodesOnlyAndWhoUsedOthers() {
    InvitationView made = desk.code("DEPOT");
    assertThat(find(made).code()).isEqualTo(made.code());
    desk.redeem(desk.stranger("Ana", "Petit"), made.code().orElseThrow());

    InvitationView used = find(made);
    assertThat(used.code()).isEmpty();
    assertThat(used.status()).isEqualTo(InvitationStatus.USED);
    assertThat(used.usedBy()).contains("Ana Petit");
    assertThat(used.usedAt()).contains(clock.instant());
    assertThat(used.creator()).contains("Claire Montségur");
    assertThat(desk.accounts.audit.actions()).contains("INVITATIONS_VIEWED");
  }

  private InvitationView find(InvitationView made) {
    return desk.in(() -> desk.desk().find(desk.chief, made.id()));
  }

  @Test
  void saysWhoInvitedAMember() {
    InvitationView made = desk.code("DEPOT");
    Caller ana = desk.stranger("Ana", "Petit");
    desk.redeem(ana, made.code().orElseThrow());
    AccountId member = ana.account().orElseThrow();

    assertThat(desk.in(() -> desk.desk().invited(desk.chief, desk.place(), member)))
        .contains(new InvitedBy(Optional.of("Claire Montségur"), clock.instant()));
    assertThat(desk.in(() -> desk.desk().invited(desk.chief, desk.place(), desk.head.id())))
        .isEmpty();
    assertThat(desk.in(() -> desk.desk().inviters(desk.chief, desk.place())))
        .containsOnlyKeys(member);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () -> desk.in(() -> desk.desk().inviters(desk.stranger("Lia", "Roy"), desk.place())));
  }

  @Test
  void saysWhoInvitedSomebodyToAGroupToItsAdministratorsOnly() {
    Caller north = desk.with("Omar", TestCatalogue.TEAM, "CHEF-NORD");
    Caller ana = desk.stranger("Ana", "Petit");
    AccountId member = ana.account().orElseThrow();
    for (String role : List.of("LECTURE-NORD", "SAISIE-NORD")) {
      clock.advance(Duration.ofMinutes(5));
      String code = desk.create(north, TEAM, wish(1, 10, role)).get(0).code().orElseThrow();
      assertThat(desk.redeem(ana, code)).isEqualTo("redeemed");
    }

    InvitedBy last = new InvitedBy(Optional.of("Omar Roy"), clock.instant());
    assertThat(desk.in(() -> desk.desk().invited(north, TEAM, member))).contains(last);
    assertThat(desk.in(() -> desk.desk().inviters(north, TEAM)))
        .containsExactly(Map.entry(member, last));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.in(() -> desk.desk().invited(desk.chief, TEAM, member)));
  }

  @Test
  void forgetsCodesWhoseLastDayIsOverAndRemindsOfThoseThatEndSoonOnce() {
    InvitationView soon = desk.create(desk.chief, desk.place(), wish(3, 3, "DEPOT")).get(0);
    desk.code("DEPOT");
    assertThat(desk.in(() -> desk.sweep().remind(OPERATOR))).as("just made").isZero();
    clock.advance(Duration.ofDays(1));

    assertThat(desk.in(() -> desk.sweep().remind(OPERATOR))).isEqualTo(1);
    assertThat(desk.in(() -> desk.sweep().remind(OPERATOR))).isZero();
    assertThat(desk.accounts.mails.last().template()).isEqualTo("invitation.ending");
    assertThat(desk.accounts.mails.last().arguments())
        .containsEntry("count", "3")
        .containsEntry("day", "25 novembre 2026");
    assertThat(desk.in(() -> desk.sweep().wipe(OPERATOR))).isZero();
    clock.advance(Duration.ofDays(3));
    assertThat(desk.in(() -> desk.sweep().wipe(OPERATOR))).isEqualTo(3);
    assertThat(desk.in(() -> desk.book.find(soon.id()).orElseThrow().closed())).isEmpty();
  }

  @Test
  void keepsItsRowsWhenWhoMadeThemIsErased() {
    AccountView second = desk.accounts.member("Lia", "Roy", desk.school, "BP-ADMIN");
    Caller lia = desk.accounts.caller(second, desk.school.id());
    InvitationView made = desk.create(lia, desk.place(), wish(1, 90, "DEPOT")).get(0);
    desk.in(() -> desk.accounts.members().delete(desk.chief, desk.school.id(), second.id()));
    clock.advance(Duration.ofDays(91));
    desk.in(() -> desk.accounts.sweep().erase(OPERATOR));
    Caller chief = desk.accounts.caller(desk.head, desk.school.id());

    assertThat(list(chief, all()).rows())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.id()).isEqualTo(made.id());
              assertThat(row.creator()).isEmpty();
            });
  }
}
