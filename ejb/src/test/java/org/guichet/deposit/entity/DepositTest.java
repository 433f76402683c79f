package org.guichet.deposit.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.BOB;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.deposit;
import static org.guichet.deposit.DropSamples.digest;
import static org.guichet.deposit.DropSamples.drop;
import static org.guichet.deposit.DropSamples.id;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.guichet.lifecycle.IllegalMoveException;
import org.guichet.platform.entity.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DepositTest {
  private static final UUID FIRST = new UUID(7, 1);
  private static final UUID SECOND = new UUID(7, 2);
  private static final Instant LATER = NOON.plusSeconds(90);

  private final Deposit deposit = deposit(1, "content");

  private Deposit checking() {
    deposit.start(FIRST, 77);
    return deposit;
  }

  @Test
  void startsItsLifeInTheLineWithItsBytesKept() {
    assertThat(deposit.status()).isEqualTo(DepositStatus.RECEIVED);
    assertThat(deposit.line()).isEqualTo(1);
    assertThat(deposit.due(NOON)).isTrue();
    assertThat(deposit.treatment()).isZero();
    assertThat(deposit.attempt()).isEmpty();
    assertThat(deposit.view().sha256()).contains(digest("content"));
  }

  @Test
  void isTheSameDropForOneOrganisationAndItsBytesOnly() {
    assertThat(Deposit.dedupKey(ALICE, digest("a")))
        .isEqualTo(Deposit.dedupKey(ALICE, digest("a")))
        .isNotEqualTo(Deposit.dedupKey(BOB, digest("a")))
        .isNotEqualTo(Deposit.dedupKey(ALICE, digest("b")))
        .hasSizeLessThanOrEqualTo(101);
  }

  @Test
  void holdsTheDedupKeyUnlessItIsATrialOrHasNoBytes() {
    assertThat(deposit.holdsDedupKey()).isTrue();
    assertThat(deposit(2, ALICE, DepositKind.TRIAL, "content").holdsDedupKey()).isFalse();
    Drop whole = drop(3, ALICE, DepositKind.REAL, "content");
    Drop tooLarge =
        new Drop(
            whole.id(),
            whole.organisation(),
            whole.sender(),
            whole.kind(),
            whole.channel(),
            whole.fileName(),
            9,
            Optional.empty(),
            Optional.of(RefusalCode.TOO_LARGE));
    Deposit refused = Deposit.receive(tooLarge, 3, 3, null, NOON);
    assertThat(refused.holdsDedupKey()).isFalse();
    assertThat(refused.refusal()).contains(RefusalCode.TOO_LARGE);
  }

  @Test
  void mayMendADepositForTheSameCertifierOrOneThatNamesNone() {
    Deposit first = deposit(2, ALICE, DepositKind.REAL, "first");
    assertThat(deposit.mayCorrect(first)).as("nothing is known of either").isTrue();
    deposit.describe(new FluxHeader("F", FluxAction.CREATION, "A", "A", "C"), ALICE);
    assertThat(deposit.mayCorrect(first)).as("the first couldn’t be read").isTrue();
    first.describe(new FluxHeader("G", FluxAction.CREATION, "A", "A", "C"), ALICE);
    assertThat(deposit.mayCorrect(first)).isTrue();
    first.describe(new FluxHeader("G", FluxAction.CREATION, "A", "B", "C"), BOB);
    assertThat(deposit.mayCorrect(first)).isFalse();
    deposit.describe(new FluxHeader("F", FluxAction.SUPPRESSION, "A", "B", "C"), BOB);
    assertThat(deposit.mayCorrect(first)).as("it takes back").isFalse();
  }

  @Test
  void keepsItsTreatmentNumberWhateverServerStartsItAgain() {
    deposit.start(FIRST, 77);
    deposit.start(SECOND, 78);

    assertThat(deposit.status()).isEqualTo(DepositStatus.CHECKING);
    assertThat(deposit.attempt()).contains(SECOND);
    assertThat(deposit.treatment()).isEqualTo(77);
    assertThat(deposit.starts()).isEqualTo(2);
  }

  @Test
  void waitsAtItsPlaceOfTheLineAfterATechnicalFailure() {
    checking().tryAgainAfter(Duration.ofMinutes(1), NOON);

    assertThat(deposit.status()).isEqualTo(DepositStatus.RECEIVED);
    assertThat(deposit.line()).isEqualTo(1);
    assertThat(deposit.failures()).isEqualTo(1);
    assertThat(deposit.due(NOON.plusSeconds(59))).isFalse();
    assertThat(deposit.due(NOON.plusSeconds(60))).isTrue();
    assertThat(deposit.holdsDedupKey()).isTrue();
  }

  @Test
  void failsForGoodAndLetsTheSameBytesComeAnew() {
    checking().fail(LATER);

    assertThat(deposit.status()).isEqualTo(DepositStatus.FAILED);
    assertThat(deposit.holdsDedupKey()).isFalse();
    assertThat(deposit.view().decidedAt()).contains(LATER);
  }

  @Test
  void goesToTheEndOfTheLineWhenRetriedByHand() {
    checking().fail(LATER);
    deposit.retry(40, true);

    assertThat(deposit.status()).isEqualTo(DepositStatus.RECEIVED);
    assertThat(deposit.line()).isEqualTo(40);
    assertThat(deposit.failures()).isZero();
    assertThat(deposit.starts()).isZero();
    assertThat(deposit.view().decidedAt()).isEmpty();
    assertThat(deposit.holdsDedupKey()).isTrue();
    assertThat(deposit.treatment()).isEqualTo(77);
  }

  @Test
  void leavesTheDedupKeyToAnotherDropThatStandsMeanwhile() {
    checking().fail(LATER);
    deposit.retry(40, false);

    assertThat(deposit.holdsDedupKey()).isFalse();
  }

  @Test
  void isAnsweredKoWhenGivenUp() {
    checking().fail(LATER);
    deposit.giveUp(40);

    assertThat(deposit.status()).isEqualTo(DepositStatus.RECEIVED);
    assertThat(deposit.refusal()).contains(RefusalCode.GIVEN_UP);
    assertThat(deposit.holdsDedupKey()).isFalse();
  }

  @Test
  void keepsItsBytesFromBeingNewWhileItStandsInFull() {
    checking().decide(3, 0, LATER);

    assertThat(deposit.status()).isEqualTo(DepositStatus.ACCEPTED);
    assertThat(deposit.holdsDedupKey()).isTrue();
    assertThat(deposit.view().decidedAt()).contains(LATER);
  }

  @Test
  void letsItsBytesBeNewWhenOnlyPartOfItIsTaken() {
    checking().decide(3, 1, LATER);

    assertThat(deposit.status()).isEqualTo(DepositStatus.PARTLY_ACCEPTED);
    assertThat(deposit.holdsDedupKey()).isFalse();
    assertThat(deposit.view().accepted()).isEqualTo(3);
    assertThat(deposit.view().rejected()).isEqualTo(1);
  }

  @Test
  void isRejectedWhenNoneOfItsPassagesIsTaken() {
    checking().decide(0, 2, LATER);

    assertThat(deposit.status()).isEqualTo(DepositStatus.REJECTED);
    assertThat(deposit.refusal()).isEmpty();
    assertThat(deposit.holdsDedupKey()).isFalse();
  }

  @Test
  void isRejectedAsAWholeWithItsCode() {
    checking().refuse(RefusalCode.SCHEMA, LATER);

    assertThat(deposit.status()).isEqualTo(DepositStatus.REJECTED);
    assertThat(deposit.refusal()).contains(RefusalCode.SCHEMA);
    assertThat(deposit.holdsDedupKey()).isFalse();
  }

  @Test
  void isWithdrawnOnlyWhenNothingOfItStandsAnyMore() {
    checking().decide(3, 0, LATER);
    deposit.takeBack(1);
    assertThat(deposit.status()).isEqualTo(DepositStatus.ACCEPTED);
    assertThat(deposit.holdsDedupKey()).isFalse();

    deposit.takeBack(0);
    assertThat(deposit.status()).isEqualTo(DepositStatus.WITHDRAWN);
  }

  @Test
  void cutsWhatARefusedFileSaysOfItselfToWhatARowHolds() {
    String endless = "x".repeat(1_000);
    deposit.describe(
        new FluxHeader(endless, FluxAction.SUPPRESSION, endless, endless, endless), BOB);

    assertThat(deposit.view().idFlux()).hasValueSatisfying(id -> assertThat(id).hasSize(50));
    assertThat(deposit.view().certifier()).hasValueSatisfying(c -> assertThat(c).hasSize(32));
    assertThat(deposit.view().contract()).hasValueSatisfying(c -> assertThat(c).hasSize(64));
    assertThat(deposit.certifier()).contains(BOB);
  }

  @Test
  void saysWhichEarlierDepositItTakesUpAgain() {
    Deposit again = Deposit.receive(drop(2, ALICE, DepositKind.REAL, "content"), 2, 2, id(1), NOON);

    assertThat(again.view().resumes()).contains(id(1));
    assertThat(deposit.view().resumes()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"ACCEPTED", "PARTLY_ACCEPTED", "REJECTED", "WITHDRAWN"})
  void neverChangesAVerdict(DepositStatus verdict) {
    checking();
    switch (verdict) {
      case PARTLY_ACCEPTED -> deposit.decide(1, 1, LATER);
      case REJECTED -> deposit.decide(0, 1, LATER);
      default -> deposit.decide(1, 0, LATER);
    }
    if (verdict == DepositStatus.WITHDRAWN) {
      deposit.takeBack(0);
    }

    assertThat(deposit.status().decided()).isTrue();
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> deposit.start(SECOND, 78));
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> deposit.decide(9, 0, LATER));
    assertThatExceptionOfType(IllegalMoveException.class).isThrownBy(() -> deposit.retry(40, true));
    assertThat(deposit.organisation()).isEqualTo(new OrganisationId(new UUID(1, 1)));
  }

  @Test
  void everyStatusIsReachableAndTheEndsAreTheKnownOnes() {
    assertThat(DepositStatus.LIFECYCLE.unreachable()).isEmpty();
    assertThat(DepositStatus.LIFECYCLE.ends())
        .containsExactlyInAnyOrder(DepositStatus.REJECTED, DepositStatus.WITHDRAWN);
  }
}
