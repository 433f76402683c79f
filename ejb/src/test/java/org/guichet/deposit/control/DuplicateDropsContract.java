package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.deposit;
import static org.guichet.deposit.DropSamples.drop;
import static org.guichet.deposit.DropSamples.id;

import java.util.UUID;
import java.util.function.Consumer;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DuplicateDrop;
import org.guichet.testing.Units;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. Alice and Bob are there already. */
interface DuplicateDropsContract {
  DuplicateDrops duplicates();

  Deposits deposits();

  Units units();

  /** Deposit {@code n}, and a duplicate of it numbered {@code n + 100}. */
  private UUID duplicateOf(long n) {
    long number = n + 100;
    String content = "content " + n;
    units()
        .run(
            () -> {
              deposits().add(deposit(n, content));
              duplicates()
                  .add(
                      DuplicateDrop.of(
                          drop(number, ALICE, DepositKind.REAL, content), id(n), number, NOON));
            });
    return id(number).value();
  }

  private void change(UUID duplicate, Consumer<DuplicateDrop> change) {
    units().run(() -> change.accept(duplicates().find(duplicate).orElseThrow()));
  }

  private void decide(long n) {
    units()
        .run(
            () -> {
              Deposit first = deposits().find(id(n)).orElseThrow();
              first.start(new UUID(7, n), n);
              first.decide(1, 0, NOON);
            });
  }

  @Test
  default void bringsBackAllThatWasKept() {
    DuplicateDrop found = duplicates().find(duplicateOf(1)).orElseThrow();

    assertThat(found.number()).isEqualTo(101);
    assertThat(found.firstDeposit()).isEqualTo(id(1));
    assertThat(found.organisation()).isEqualTo(ALICE);
    assertThat(found.fileName()).isEqualTo("promotion.xml");
    assertThat(found.receivedAt()).isEqualTo(NOON);
    assertThat(found.receptionAnswered()).isFalse();
    assertThat(duplicates().find(new UUID(0, 0))).isEmpty();
  }

  @Test
  default void isAnsweredAtOnceAndOnceMoreWhenTheFirstHasItsVerdict() {
    UUID duplicate = duplicateOf(1);
    assertThat(duplicates().answerable()).containsExactly(duplicate);

    change(duplicate, DuplicateDrop::answerReception);
    assertThat(duplicates().answerable()).isEmpty();

    decide(1);
    assertThat(duplicates().answerable()).containsExactly(duplicate);

    change(duplicate, DuplicateDrop::answerProcessing);
    assertThat(duplicates().answerable()).isEmpty();
  }

  @Test
  default void answersInTheOrderOfTheDrops() {
    UUID third = duplicateOf(3);
    UUID first = duplicateOf(1);
    UUID second = duplicateOf(2);

    assertThat(duplicates().answerable()).containsExactly(first, second, third);
  }

  @Test
  default void waitsForTheVerdictOfAFirstThatFailed() {
    UUID duplicate = duplicateOf(1);
    change(duplicate, DuplicateDrop::answerReception);
    units()
        .run(
            () -> {
              Deposit first = deposits().find(id(1)).orElseThrow();
              first.start(new UUID(7, 1), 1);
              first.fail(NOON);
            });

    assertThat(duplicates().answerable()).isEmpty();
  }
}
