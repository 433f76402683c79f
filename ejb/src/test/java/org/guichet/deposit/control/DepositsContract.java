package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.BOB;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.deposit;
import static org.guichet.deposit.DropSamples.digest;
import static org.guichet.deposit.DropSamples.drop;
import static org.guichet.deposit.DropSamples.id;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.Drop;
import org.guichet.deposit.entity.PassageCount;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.testing.Units;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. Alice and Bob are there already. */
interface DepositsContract {
  Deposits deposits();

  Units units();

  private void add(Deposit... added) {
    units().run(() -> List.of(added).forEach(deposits()::add));
  }

  private Deposit found(long n) {
    return deposits().find(id(n)).orElseThrow();
  }

  /** Moves deposit {@code n}, in a transaction of its own. */
  private void decide(long n, int accepted, int rejected, Instant at) {
    units()
        .run(
            () -> {
              Deposit deposit = found(n);
              deposit.start(new UUID(7, n), n);
              deposit.decide(accepted, rejected, at);
            });
  }

  @Test
  default void bringsBackAllThatWasKept() {
    Deposit kept = Deposit.receive(drop(2, ALICE, DepositKind.REAL, "b"), 2, 2, id(1), NOON);
    add(deposit(1, "a"), kept);

    assertThat(found(2).view()).isEqualTo(kept.view());
    assertThat(found(2).line()).isEqualTo(2);
    assertThat(deposits().findByNumber(2)).map(Deposit::id).contains(id(2));
    assertThat(deposits().findByNumber(3)).isEmpty();
    assertThat(deposits().find(id(3))).isEmpty();
  }

  private static Deposit named(long n, OrganisationId organisation, String fileName) {
    Drop any = drop(n, organisation, DepositKind.REAL, "content " + n);
    Drop named =
        new Drop(
            any.id(),
            organisation,
            any.sender(),
            any.kind(),
            any.channel(),
            fileName,
            any.size(),
            any.sha256(),
            any.refusal());
    return Deposit.receive(named, n, n, null, NOON);
  }

  @Test
  default void findsFilesByHowTheirNameBegins() {
    add(
        named(1, ALICE, "lot_1.xml"),
        named(2, ALICE, "lot_2.xml"),
        named(3, BOB, "lot_2.xml"),
        named(4, ALICE, "lotX1.xml"),
        named(5, ALICE, "LOT_1.xml"),
        named(6, ALICE, "un_lot_1.xml"));

    assertThat(deposits().named(Optional.of(ALICE), "lot_", 9))
        .extracting(Deposit::number)
        .containsExactly(2L, 1L);
    assertThat(deposits().countNamed(Optional.of(ALICE), "lot_")).isEqualTo(2);
    assertThat(deposits().named(Optional.empty(), "lot_", 2))
        .extracting(Deposit::number)
        .containsExactly(3L, 2L);
    assertThat(deposits().countNamed(Optional.empty(), "lot_")).isEqualTo(3);
    assertThat(deposits().countNamed(Optional.empty(), "%lot")).isZero();
    assertThat(deposits().countNamed(Optional.empty(), "!")).isZero();
  }

  @Test
  default void findsWhatWasDecidedSinceATimeTheNewestFirst() {
    add(deposit(1, "a"), deposit(2, "b"), deposit(3, "c"));
    add(deposit(4, BOB, DepositKind.REAL, "d"), deposit(5, ALICE, DepositKind.TRIAL, "e"));
    decide(1, 1, 0, NOON.plusSeconds(10));
    decide(2, 1, 0, NOON.plusSeconds(20));
    decide(4, 1, 0, NOON.plusSeconds(20));
    decide(5, 1, 0, NOON.plusSeconds(20));

    assertThat(deposits().decidedSince(ALICE, NOON, 9))
        .extracting(Deposit::number)
        .containsExactly(2L, 1L);
    assertThat(deposits().decidedSince(ALICE, NOON.plusSeconds(10), 9)).hasSize(1);
    assertThat(deposits().decidedSince(ALICE, NOON, 1))
        .extracting(Deposit::number)
        .containsExactly(2L);
  }

  @Test
  default void listsWhatDeclaresPassagesByItsStateTheLatestFirst() {
    add(deposit(1, "a"), deposit(2, "b"), deposit(3, "c"));
    add(deposit(4, BOB, DepositKind.REAL, "d"), deposit(5, ALICE, DepositKind.TRIAL, "e"));
    for (long n = 1; n <= 5; n++) {
      decide(n, 1, n == 3 ? 0 : 1, NOON.plusSeconds(10));
    }

    DepositStatus partly = DepositStatus.PARTLY_ACCEPTED;
    assertThat(deposits().declaring(ALICE, partly, NOON, 9))
        .extracting(Deposit::number)
        .containsExactly(2L, 1L);
    assertThat(deposits().declaring(ALICE, partly, NOON, 1))
        .extracting(Deposit::number)
        .containsExactly(2L);
    assertThat(deposits().declaring(ALICE, partly, NOON.plusSeconds(1), 9)).isEmpty();
    assertThat(deposits().declaring(ALICE, DepositStatus.ACCEPTED, NOON, 9))
        .extracting(Deposit::number)
        .containsExactly(3L);
  }

  @Test
  default void knowsTheDepositThatStandsWithTheseBytes() {
    add(deposit(1, "a"));

    assertThat(deposits().findByDedupKey(Deposit.dedupKey(ALICE, digest("a"))))
        .map(Deposit::id)
        .contains(id(1));
    assertThat(deposits().findByDedupKey(Deposit.dedupKey(BOB, digest("a")))).isEmpty();

    decide(1, 0, 1, NOON);
    assertThat(deposits().findByDedupKey(Deposit.dedupKey(ALICE, digest("a")))).isEmpty();
  }

  @Test
  default void takesTheSameBytesTwiceOnlyWhenTheFirstDoesntStand() {
    add(deposit(1, "a"));
    assertThatThrownBy(() -> add(deposit(2, "a"))).isNotNull();
    assertThat(deposits().find(id(2))).isEmpty();

    add(deposit(3, BOB, DepositKind.REAL, "a"), deposit(4, ALICE, DepositKind.TRIAL, "a"));
    decide(1, 1, 1, NOON);
    add(deposit(5, "a"));
    assertThat(deposits().find(id(5))).isPresent();
  }

  @Test
  default void findsTheLatestRealDepositOfTheSameBytes() {
    add(deposit(1, "a"));
    decide(1, 0, 1, NOON);
    add(
        deposit(2, "a"),
        deposit(3, ALICE, DepositKind.TRIAL, "a"),
        deposit(4, BOB, DepositKind.REAL, "a"),
        deposit(5, "other"));

    assertThat(deposits().latestOf(ALICE, digest("a"))).map(Deposit::id).contains(id(2));
    assertThat(deposits().latestOf(ALICE, digest("never"))).isEmpty();
  }

  @Test
  default void processesALineInTheOrderOfItsDropsOneLineApartFromTheOthers() {
    add(
        deposit(3, "c"),
        deposit(1, "a"),
        deposit(2, BOB, DepositKind.REAL, "b"),
        deposit(4, ALICE, DepositKind.TRIAL, "d"));

    assertThat(deposits().head(ALICE, DepositKind.REAL)).map(Deposit::id).contains(id(1));
    assertThat(deposits().head(ALICE, DepositKind.TRIAL)).map(Deposit::id).contains(id(4));
    assertThat(deposits().head(BOB, DepositKind.TRIAL)).isEmpty();

    units().run(() -> found(1).start(new UUID(7, 1), 1));
    assertThat(deposits().head(ALICE, DepositKind.REAL)).map(Deposit::id).contains(id(1));

    units().run(() -> found(1).fail(NOON));
    assertThat(deposits().head(ALICE, DepositKind.REAL)).map(Deposit::id).contains(id(3));

    units().run(() -> found(1).retry(9, true));
    assertThat(deposits().head(ALICE, DepositKind.REAL)).map(Deposit::id).contains(id(3));
    decide(3, 1, 0, NOON);
    assertThat(deposits().head(ALICE, DepositKind.REAL)).map(Deposit::id).contains(id(1));
  }

  @Test
  default void listsTheNewestFirstAndOnlyWhatIsAskedFor() {
    add(deposit(1, "a"), deposit(2, BOB, DepositKind.REAL, "b"), deposit(3, "c"));
    decide(1, 1, 0, NOON);

    assertThat(list(new DepositQuery(Optional.empty(), Optional.empty(), 0, 10)))
        .containsExactly(3L, 2L, 1L);
    assertThat(list(new DepositQuery(Optional.of(ALICE), Optional.empty(), 0, 10)))
        .containsExactly(3L, 1L);
    assertThat(
            list(new DepositQuery(Optional.of(ALICE), Optional.of(DepositStatus.ACCEPTED), 0, 10)))
        .containsExactly(1L);
    assertThat(list(new DepositQuery(Optional.empty(), Optional.empty(), 1, 1)))
        .containsExactly(2L);
  }

  private List<Long> list(DepositQuery query) {
    return deposits().list(query).stream().map(Deposit::number).toList();
  }

  @Test
  default void countsWhatWasDecidedAndWhatBecameOfItsPassages() {
    add(
        deposit(1, "a"),
        deposit(2, BOB, DepositKind.REAL, "b"),
        deposit(3, "c"),
        deposit(4, ALICE, DepositKind.TRIAL, "d"));
    decide(1, 7, 2, NOON);
    decide(2, 1, 0, NOON);
    decide(4, 5, 5, NOON);

    Instant from = Instant.EPOCH;
    Instant until = NOON.plus(Duration.ofDays(400));
    assertThat(deposits().passages(Optional.of(ALICE), from, until))
        .isEqualTo(new PassageCount(1, 7, 2));
    assertThat(deposits().passages(Optional.empty(), from, until))
        .isEqualTo(new PassageCount(2, 8, 2));
    assertThat(deposits().passages(Optional.empty(), from, from))
        .isEqualTo(new PassageCount(0, 0, 0));
    assertThat(deposits().count(Optional.of(ALICE), DepositStatus.RECEIVED)).isEqualTo(1);
    assertThat(deposits().count(Optional.empty(), DepositStatus.FAILED)).isZero();
  }

  @Test
  default void findsTrialsThatWereDecidedLongAgo() {
    add(
        deposit(1, ALICE, DepositKind.TRIAL, "a"),
        deposit(2, ALICE, DepositKind.TRIAL, "b"),
        deposit(3, ALICE, DepositKind.TRIAL, "c"),
        deposit(4, "d"));
    decide(1, 1, 0, NOON.minusSeconds(1));
    decide(2, 1, 0, NOON);
    decide(4, 1, 0, NOON.minusSeconds(1));

    assertThat(deposits().oldTrials(NOON, 10)).extracting(Deposit::id).containsExactly(id(1));
    assertThat(deposits().oldTrials(NOON.plusSeconds(1), 1)).hasSize(1);
  }

  @Test
  default void findsFilesOfDepositsThatWereDecidedLongAgoButNoneOfFailedOnes() {
    add(deposit(1, "a"), deposit(2, "b"), deposit(3, "c"));
    decide(1, 1, 0, NOON.minusSeconds(1));
    units()
        .run(
            () -> {
              found(2).start(new UUID(7, 2), 2);
              found(2).fail(NOON.minusSeconds(1));
            });

    assertThat(deposits().oldFiles(NOON, 10)).extracting(Deposit::id).containsExactly(id(1));
    units().run(() -> found(1).forgetFile());
    assertThat(deposits().oldFiles(NOON, 10)).isEmpty();
  }

  @Test
  default void knowsWhetherAnybodyElseNeedsTheSameBytes() {
    add(deposit(1, "a"));
    assertThat(deposits().needed(digest("a"), id(1))).isFalse();

    add(deposit(2, BOB, DepositKind.REAL, "a"));
    assertThat(deposits().needed(digest("a"), id(1))).isTrue();

    units().run(() -> found(2).forgetFile());
    assertThat(deposits().needed(digest("a"), id(1))).isFalse();
  }

  @Test
  default void removesADepositWithItsHistory() {
    add(deposit(1, ALICE, DepositKind.TRIAL, "a"));
    units()
        .run(
            () ->
                deposits()
                    .addHistory(
                        DepositHistory.of(new UUID(8, 1), found(1), Caller.system("test"), NOON)));

    units().run(() -> deposits().remove(found(1)));
    assertThat(deposits().find(id(1))).isEmpty();
  }

  @Test
  default void keepsWhyADepositWasRefused() {
    add(deposit(1, "a"));
    units()
        .run(
            () -> {
              found(1).start(new UUID(7, 1), 1);
              found(1).refuse(RefusalCode.MANDATE_NOT_IN_FORCE, NOON);
            });

    assertThat(found(1).refusal()).contains(RefusalCode.MANDATE_NOT_IN_FORCE);
    assertThat(found(1).attempt()).contains(new UUID(7, 1));
  }

  @Test
  default void givesNumbersThatGrow() {
    units()
        .run(
            () -> {
              assertThat(deposits().nextNumber()).isLessThan(deposits().nextNumber());
              assertThat(deposits().nextLine()).isLessThan(deposits().nextLine());
              assertThat(deposits().nextTreatment()).isLessThan(deposits().nextTreatment());
            });
  }
}
