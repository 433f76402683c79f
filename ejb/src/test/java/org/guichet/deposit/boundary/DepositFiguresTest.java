package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.deposit.entity.DepositKind.REAL;
import static org.guichet.deposit.entity.DepositKind.TRIAL;
import static org.guichet.organisation.boundary.OrganisationDesk.OPERATOR;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.deposit.entity.DepositView;
import org.guichet.flux.FindingCode;
import org.guichet.insight.boundary.InsightDesk;
import org.guichet.insight.control.DeadlineTables;
import org.guichet.insight.control.DeadlineTables.Span;
import org.guichet.insight.control.InsightTables;
import org.guichet.insight.entity.CauseFigures;
import org.guichet.insight.entity.DeadlineCount;
import org.guichet.insight.entity.DeadlineQuery;
import org.guichet.insight.entity.DeadlineRow;
import org.guichet.insight.entity.DeadlineState;
import org.guichet.insight.entity.Figures;
import org.guichet.insight.entity.Grain;
import org.guichet.insight.entity.PartFigures;
import org.guichet.insight.entity.PieceFigures;
import org.guichet.insight.entity.Split;
import org.guichet.insight.entity.StatisticsQuery;
import org.guichet.insight.entity.StatisticsView;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is counted of deposits. Alice certifies, Bob drops for her; it is 21 November 2026. */
class DepositFiguresTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Optional<OrganisationId> ALL = Optional.empty();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final LocalDate IN_TIME = LocalDate.of(2026, 11, 1);

  /** Its last day is 1 December. */
  private static final LocalDate NEAR = LocalDate.of(2026, 9, 1);

  private static final LocalDate OVER = LocalDate.of(2026, 8, 20);

  @TempDir Path data;
  private WorkedDesk desk;
  private InsightDesk insight;
  private OrganisationView alice;
  private OrganisationView bob;

  @BeforeEach
  void open() throws IOException {
    desk = new WorkedDesk(DATABASE, data);
    desk.validFrom = IN_TIME;
    alice = desk.bench.alice;
    bob = desk.bench.bob;
    insight = desk(GrantedPermissions.of(Permission.DEPOSIT_VIEW));
  }

  private InsightDesk desk(Permissions permissions) {
    return new InsightDesk(
        DATABASE, desk.bench.desk, permissions, desk.bench.settings, desk.bench.clock);
  }

  private StatisticsView view(Optional<OrganisationId> reader, LocalDate from, LocalDate until) {
    return desk.in(
        () -> insight.statistics().view(OPERATOR, new StatisticsQuery(reader, from, until)));
  }

  private Figures total(Optional<OrganisationId> reader) {
    return view(reader, TODAY.minusDays(6), TODAY).total();
  }

  private List<PartFigures> parts(Split split) {
    StatisticsQuery query = new StatisticsQuery(ALL, TODAY.minusDays(6), TODAY);
    return desk.in(() -> insight.statistics().parts(OPERATOR, query, split));
  }

  private DepositView judged(OrganisationView dropper, int good, int bad) {
    return desk.judge(desk.drop(dropper, REAL), good, bad);
  }

  private DeadlineCount deadlines(OrganisationView reader) {
    return desk.in(() -> insight.deadlines().count(OPERATOR, Optional.of(reader.id())));
  }

  private List<DeadlineRow> listed(Optional<DeadlineState> state) {
    DeadlineQuery query = new DeadlineQuery(ALL, state, Optional.empty());
    return desk.in(() -> insight.deadlines().list(OPERATOR, query, new PageRequest(0, 25))).rows();
  }

  private int remind() {
    return desk.in(() -> insight.reminding().concerned(OPERATOR)).stream()
        .mapToInt(one -> desk.in(() -> insight.reminding().remind(OPERATOR, one)))
        .sum();
  }

  private int tellOfSilences() {
    return desk.in(() -> insight.silences().watching(OPERATOR)).stream()
        .mapToInt(one -> desk.in(() -> insight.silences().tell(OPERATOR, one)))
        .sum();
  }

  /** Of files that take back too. */
  private int storedLate() {
    return ((Number)
            desk.in(
                () ->
                    DATABASE
                        .entityManager()
                        .createNativeQuery("select sum(late) from deposit_fact")
                        .getSingleResult()))
        .intValue();
  }

  private void advance(long days) {
    desk.bench.clock.advance(Duration.ofDays(days));
  }

  @Test
  void countsFilesAndPassagesOfWhoeverDroppedThemOfTheirCertifierAndOfAll() {
    judged(alice, 3, 1);
    judged(bob, 2, 2);
    desk.refuse(desk.drop(bob, REAL));
    desk.judge(desk.drop(bob, TRIAL), 5, 5);

    assertThat(total(Optional.of(bob.id()))).isEqualTo(new Figures(2, 1, 2, 2, 0, 0));
    assertThat(total(Optional.of(alice.id()))).isEqualTo(new Figures(3, 1, 5, 3, 0, 0));
    assertThat(total(ALL)).isEqualTo(total(Optional.of(alice.id())));
  }

  @Test
  void leavesFilesThatTakeBackAndOtherPeriodsOut() {
    DepositView deposit = judged(alice, 3, 0);
    desk.validFrom = OVER;
    desk.takeBack(desk.drop(alice, REAL), deposit);

    assertThat(deadlines(alice).acceptedLate()).isZero();
    assertThat(storedLate()).isZero();
    assertThat(total(ALL)).isEqualTo(new Figures(1, 0, 3, 0, 0, 0));
    assertThat(view(ALL, TODAY.minusDays(9), TODAY.minusDays(1)).total()).isEqualTo(Figures.NONE);
  }

  @Test
  void partsFiguresAndNamesTheParts() {
    judged(alice, 1, 0);
    judged(bob, 4, 1);

    assertThat(parts(Split.DEPOSITOR))
        .extracting(PartFigures::key)
        .containsExactly(bob.matricule().value(), alice.matricule().value());
    assertThat(parts(Split.DEPOSITOR).get(0).name()).isEqualTo(bob.name());
    assertThat(parts(Split.CERTIFIER))
        .singleElement()
        .satisfies(part -> assertThat(part.key()).isEqualTo(alice.matricule().value()))
        .satisfies(part -> assertThat(part.figures().passages()).isEqualTo(6));
    assertThat(parts(Split.CONTRACT)).extracting(PartFigures::key).containsExactly("MCFCER990001");
    assertThat(parts(Split.CHANNEL)).extracting(PartFigures::key).containsExactly("SFTP");
  }

  @Test
  void saysHowOftenEachCauseRefusedPassagesInRefusedFilesToo() {
    judged(alice, 1, 2);
    judged(alice, 0, 1);
    desk.refuse(desk.drop(bob, REAL));

    assertThat(view(ALL, TODAY, TODAY).causes())
        .containsExactly(new CauseFigures(FindingCode.SCHEMA, 4, 3));
  }

  @Test
  void cutsAPeriodByItsLengthAndKeepsPiecesWithoutDrops() {
    judged(alice, 2, 0);
    advance(8);
    judged(alice, 1, 1);
    LocalDate until = TODAY.plusDays(8);

    StatisticsView days = view(ALL, TODAY, until);
    assertThat(days.grain()).isEqualTo(Grain.DAY);
    assertThat(days.trend())
        .hasSize(9)
        .first()
        .extracting(piece -> piece.figures().accepted())
        .isEqualTo(2L);
    assertThat(days.trend().get(1)).isEqualTo(new PieceFigures(TODAY.plusDays(1), Figures.NONE));
    StatisticsView weeks = view(ALL, TODAY.minusDays(60), until);
    assertThat(weeks.grain()).isEqualTo(Grain.WEEK);
    assertThat(weeks.trend().get(0).begin()).isEqualTo(TODAY.minusDays(60));
    assertThat(weeks.total()).isEqualTo(new Figures(2, 0, 3, 1, 0, 0));
    assertThat(view(ALL, TODAY.minusYears(1), until).grain()).isEqualTo(Grain.MONTH);
  }

  @Test
  void isForWhoeverMaySeeTheDeposits() {
    Caller bobs = SpoolBench.key(bob);
    StatisticsQuery alices = new StatisticsQuery(Optional.of(alice.id()), TODAY, TODAY);
    StatisticsQuery everybodys = new StatisticsQuery(ALL, TODAY, TODAY);
    for (StatisticsQuery query : List.of(alices, everybodys)) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> insight.statistics().view(bobs, query));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> insight.statistics().parts(bobs, query, Split.CHANNEL));
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> insight.deadlines().count(bobs, query.reader()));
    }
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> insight.reminding().concerned(bobs));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> insight.silences().watching(bobs));
  }

  @Test
  void knowsRefusedPassagesByTheirLastDayAndForgetsThemOnceTheyAreAccepted() {
    desk.validFrom = OVER;
    DepositView late = judged(bob, 1, 2);
    desk.validFrom = NEAR;
    DepositView near = judged(bob, 1, 1);
    desk.validFrom = IN_TIME;
    judged(bob, 0, 1);

    assertThat(deadlines(bob)).isEqualTo(new DeadlineCount(2, 1, 1));
    assertThat(deadlines(alice)).isEqualTo(deadlines(bob));
    assertThat(listed(Optional.empty()))
        .extracting(DeadlineRow::state)
        .containsExactly(
            DeadlineState.LATE, DeadlineState.LATE, DeadlineState.SOON, DeadlineState.LATER);
    DeadlineRow soon = listed(Optional.of(DeadlineState.SOON)).get(0);
    assertThat(soon.idTechnique()).isEqualTo(WorkedDesk.idTechnique(near, 2));
    assertThat(soon.deadline()).isEqualTo(LocalDate.of(2026, 12, 1));
    assertThat(soon.number()).isEqualTo(near.number());
    assertThat(soon.cause()).contains(FindingCode.SCHEMA);

    desk.validFrom = OVER;
    desk.judgeAgain(desk.drop(bob, REAL), late, 2, 1); // the first stands accepted already
    assertThat(deadlines(bob).late()).isEqualTo(1);
    assertThat(listed(Optional.of(DeadlineState.LATE)))
        .extracting(DeadlineRow::idTechnique)
        .containsExactly(WorkedDesk.idTechnique(late, 3));
  }

  @Test
  void countsEveryPassageOfAFileThatIsRefusedAsAWholeAsUndeclared() {
    desk.validFrom = NEAR;
    desk.refuse(desk.drop(bob, REAL));
    desk.judge(desk.drop(bob, TRIAL), 0, 3);

    assertThat(deadlines(bob)).isEqualTo(new DeadlineCount(0, 2, 0));
  }

  @Test
  void remindsDepositorAndCertifierOnceADayAndOnlyOfWhatTheyWereNotTold() {
    insight.seat(
        alice.id(),
        new NewPerson(new PersonName("Ann", "Other"), "ann@exemple.fr", Locale.ENGLISH));
    desk.validFrom = NEAR;
    judged(bob, 0, 2);

    assertThat(remind()).isEqualTo(2);
    assertThat(remind()).isZero();
    assertThat(insight.mails().sent())
        .containsExactlyInAnyOrder("deadline.near " + bob.email(), "deadline.near ann@exemple.fr");
    Map<String, String> told = insight.mails().last().arguments();
    assertThat(told).containsEntry("near", "2").containsEntry("late", "0");
    judged(bob, 0, 1);
    assertThat(remind()).as("the same day").isZero();
    advance(1);
    assertThat(remind()).isEqualTo(2);
    assertThat(insight.mails().last().arguments()).containsEntry("near", "3");
    advance(1);
    assertThat(remind()).as("nothing new").isZero();
  }

  @Test
  void keepsTheDeadlineOfACorrectionThatIsRefusedForAnUnreadableDate() {
    desk.validFrom = NEAR;
    DepositView first = judged(bob, 0, 2);
    desk.validFrom = null;
    DepositView correction = desk.judgeAgain(desk.drop(bob, REAL), first, 1, 1);

    DeadlineRow kept = listed(Optional.empty()).get(0);
    assertThat(listed(Optional.empty())).hasSize(1);
    assertThat(kept.idTechnique()).isEqualTo(WorkedDesk.idTechnique(first, 2));
    assertThat(kept.validFrom()).isEqualTo(NEAR);
    assertThat(kept.deadline()).isEqualTo(NEAR.plusMonths(3));
    assertThat(kept.number()).isEqualTo(correction.number());
  }

  @Test
  void remindsNotAgainOfPassagesThatAreDroppedEachNightAsTheyWere() {
    desk.validFrom = NEAR;
    DepositView first = judged(bob, 0, 2);
    assertThat(remind()).isEqualTo(2);
    advance(1);
    desk.judgeAgain(desk.drop(bob, REAL), first, 0, 2);
    assertThat(remind()).as("nothing new").isZero();
    assertThat(deadlines(bob)).isEqualTo(new DeadlineCount(0, 2, 0));

    advance(1);
    desk.validFrom = OVER;
    desk.judgeAgain(desk.drop(bob, REAL), first, 0, 2);
    assertThat(remind()).as("another deadline").isEqualTo(2);
    assertThat(deadlines(bob)).isEqualTo(new DeadlineCount(2, 0, 0));
  }

  @Test
  void takesNothingForToldThatWasNotedAfterTheMailWasWritten() {
    desk.validFrom = NEAR;
    judged(bob, 0, 2);
    Span span = new Span(TODAY, TODAY.plusDays(15));
    Instant then = desk.bench.clock.instant();
    desk.bench.clock.advance(Duration.ofMillis(1));
    judged(bob, 0, 1);
    DeadlineTables tables = InsightTables.deadlines(DATABASE);

    assertThat(desk.in(() -> tables.pressing(bob.id(), span, then)))
        .singleElement()
        .satisfies(one -> assertThat(one.soon()).isEqualTo(2));
    desk.run(() -> tables.told(bob.id(), span, then));
    assertThat(desk.in(() -> tables.untold(bob.id(), span))).isEqualTo(1);
  }

  @Test
  void sendsOneMailAboutAllThatCameDueWhileTheServerWasDown() {
    desk.validFrom = LocalDate.of(2026, 10, 1);
    judged(alice, 0, 1);
    desk.validFrom = LocalDate.of(2026, 10, 10);
    judged(alice, 0, 1);
    assertThat(remind()).isZero();
    advance(45); // 5 January: the first is over, the second near

    assertThat(remind()).isEqualTo(1);
    assertThat(insight.mails().last().arguments())
        .containsEntry("near", "1")
        .containsEntry("late", "1");
    assertThat(remind()).isZero();
  }

  @Test
  void tellsOfEachSilenceOnceAndOfTheNextOneAnew() {
    desk.in(
        () ->
            desk.bench
                .desk
                .mandates()
                .add(OPERATOR, alice.matricule(), bob.matricule(), TODAY, Optional.empty()));
    judged(bob, 1, 0);
    advance(30);
    assertThat(tellOfSilences()).as("nobody asked for it").isZero();
    desk.in(
        () -> desk.bench.desk.silenceTerms().choose(OPERATOR, alice.matricule(), Optional.of(30)));

    assertThat(tellOfSilences()).isEqualTo(1);
    assertThat(tellOfSilences()).isZero();
    assertThat(insight.mails().sent())
        .containsExactlyInAnyOrder(
            "silence.depositor " + bob.email(), "silence.certifier " + alice.email());
    assertThat(insight.mails().first("silence.depositor").arguments())
        .containsEntry("since", "21 novembre 2026")
        .containsEntry("kind", "SILENCE_DROPPED");
    judged(bob, 1, 0);
    advance(29);
    assertThat(tellOfSilences()).isZero();
    advance(1);
    assertThat(tellOfSilences()).isEqualTo(1);
  }

  @Test
  void tellsOfAMandateUnderWhichNothingWasEverDropped() {
    desk.in(
        () ->
            desk.bench
                .desk
                .mandates()
                .add(OPERATOR, alice.matricule(), bob.matricule(), TODAY, Optional.empty()));
    desk.in(
        () -> desk.bench.desk.silenceTerms().choose(OPERATOR, alice.matricule(), Optional.of(7)));
    advance(6);
    assertThat(tellOfSilences()).isZero();
    advance(1);
    assertThat(tellOfSilences()).isEqualTo(1);
    assertThat(insight.mails().first("silence.depositor").arguments())
        .containsEntry("kind", "SILENCE_NEVER");
    Instant granted = Instant.parse("2026-11-21T12:00:00Z");
    assertThat(desk.bench.clock.instant()).isEqualTo(granted.plus(Duration.ofDays(7)));
  }
}
