package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.guichet.platform.control.Throttle.Budget;
import org.guichet.platform.control.Throttle.Budgets;
import org.guichet.testing.FakeClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ThrottleTest {
  private static final Budget PAIR = new Budget(5, Duration.ofMinutes(5));
  private static final Budget KNOWN = new Budget(10, Duration.ofMinutes(1));
  private static final Budget SOURCE = new Budget(30, Duration.ofMinutes(1));
  private static final Budget ACCOUNT = new Budget(40, Duration.ofMinutes(15));
  private static final Budgets BUDGETS = new Budgets(PAIR, KNOWN, SOURCE, ACCOUNT);
  private static final Duration KNOWN_FOR = Duration.ofDays(30);

  private final FakeClock clock = FakeClock.at(Instant.parse("2026-11-22T08:00:00Z"));
  private final Throttle throttle = new Throttle(clock, BUDGETS, KNOWN_FOR, 10_000);

  private int checked(int tries, String account, String source) {
    int checked = 0;
    for (int i = 0; i < tries; i++) {
      checked += throttle.tries(account, source, false) ? 1 : 0;
    }
    return checked;
  }

  private void signIn(String account, String source) {
    assertThat(throttle.tries(account, source, false)).isTrue();
    throttle.succeeded(account, source);
  }

  @Test
  void countsByTheClockThatTheServerHas() {
    Throttle shipped = new Throttle(new ClockAndChance().clock(), BUDGETS, KNOWN_FOR, 10_000);

    assertThat(shipped.tries("owner", "home", false)).isTrue();
  }

  @Test
  void checksFewOfAHundredThousandGuessesAndLetsTheOwnerInAllTheSame() {
    signIn("owner", "home");
    int checked = 0;
    for (int i = 0; i < 100_000; i++) {
      checked += throttle.tries("owner", "source" + i % 500, false) ? 1 : 0;
    }

    assertThat(checked).isLessThanOrEqualTo(50); // two servers, each for itself, check 100
    assertThat(throttle.tries("owner", "home", false)).isTrue();
    assertThat(throttle.tries("owner", "a device with a cookie", true)).isTrue();
    assertThat(throttle.tries("owner", "somewhere new", false)).isFalse();
  }

  @Test
  void takesManyAtOnceOrNoneOfThem() {
    assertThat(throttle.tries("owner", "home", false, 3)).isTrue();
    assertThat(throttle.tries("owner", "home", false, 3)).isFalse();
    assertThat(throttle.tries("owner", "home", false, 2)).as("nothing was taken").isTrue();
    assertThat(throttle.tries("owner", "home", false)).isFalse();
    clock.advance(PAIR.refill().multipliedBy(2));
    assertThat(throttle.tries("owner", "home", false, 2)).isTrue();
    assertThat(throttle.tries("victim", "elsewhere", false, PAIR.burst() + 1)).isFalse();
  }

  @Test
  void sparesOthersBehindTheSameAddress() {
    signIn("colleague", "school");
    assertThat(checked(1_000, "victim", "school")).isEqualTo(PAIR.burst());

    assertThat(throttle.tries("colleague", "school", false)).isTrue();
    assertThat(throttle.tries("newcomer", "school", false)).isTrue();
    assertThat(throttle.tries("victim", "home", false)).isTrue();
  }

  @Test
  void endsTheTryingOfManyAccountsFromOnePlace() {
    signIn("colleague", "school");
    int checked = 0;
    for (int i = 0; i < 1_000; i++) {
      checked += throttle.tries("account" + i, "school", false) ? 1 : 0;
    }

    assertThat(checked).isEqualTo(SOURCE.burst());
    assertThat(throttle.tries("colleague", "school", false)).isTrue();
  }

  @Test
  void givesOneMoreTryAfterEachTime() {
    assertThat(checked(9, "owner", "here")).isEqualTo(PAIR.burst());
    clock.advance(PAIR.refill().minusMillis(1));
    assertThat(checked(9, "owner", "here")).isZero();
    clock.advance(Duration.ofMillis(1));
    assertThat(checked(9, "owner", "here")).isEqualTo(1);
    clock.advance(Duration.ofDays(1));
    assertThat(checked(9, "owner", "here")).isEqualTo(PAIR.burst());
  }

  @Test
  void takesNoTryFromWhoIsRight() {
    for (int i = 0; i < 1_000; i++) {
      signIn("owner", "here");
      signIn("account" + i, "school");
    }
  }

  @Test
  void limitsGuessesFromAKnownPlaceTooAndForgetsItInTime() {
    signIn("owner", "school");
    assertThat(checked(100, "owner", "school")).isEqualTo(KNOWN.burst());
    clock.advance(KNOWN_FOR);
    assertThat(checked(100, "owner", "school")).isEqualTo(PAIR.burst());
  }

  @Test
  void beginsAnewAfterAReset() {
    for (int i = 0; i < 100; i++) {
      throttle.tries("owner", "source" + i, false);
    }
    assertThat(throttle.tries("owner", "home", false)).isFalse();
    throttle.forget("owner");
    assertThat(throttle.tries("owner", "home", false)).isTrue();
  }

  @Test
  void beginsAnewWhenTheClockIsPutBack() {
    checked(9, "owner", "here");
    clock.advance(Duration.ofDays(-365));
    assertThat(checked(9, "owner", "here")).isEqualTo(PAIR.burst());
  }

  @Test
  void canBeWithoutALimit() {
    Budgets none =
        new Budgets(Budget.UNLIMITED, Budget.UNLIMITED, Budget.UNLIMITED, Budget.UNLIMITED);
    Throttle open = new Throttle(clock, none, KNOWN_FOR, 10);
    for (int i = 0; i < 10_000; i++) {
      assertThat(open.tries("a", "b", false)).isTrue();
    }
  }

  @Test
  void remembersOnlySoMuchAndNeverForgetsWhoIsBeingGuessed() {
    Throttle small = new Throttle(clock, BUDGETS, KNOWN_FOR, 100);
    int checked = 0;
    for (int i = 0; i < 100_000; i++) {
      checked += small.tries("victim", "source" + i, false) ? 1 : 0;
      small.tries("x".repeat(1_000_000 % (i + 1)) + i, "source" + i, false);
      small.succeeded("y" + i, "source" + i);
    }

    assertThat(checked).isEqualTo(ACCOUNT.burst());
    assertThat(small.size()).isLessThanOrEqualTo(400);
  }

  /** Whatever happens in whatever order, no budget is ever overdrawn, and right ones get in. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233})
  void neverChecksMoreThanTheBudgetsGive(long seed) {
    Random random = new Random(seed);
    signIn("account0", "home");
    Instant begin = clock.instant();
    Map<String, Integer> checked = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      clock.advance(Duration.ofMillis(random.nextInt(2_000)));
      String account = "account" + random.nextInt(4);
      String source = "source" + random.nextInt(60);
      if (throttle.tries(account, source, false)) {
        checked.merge(account, 1, Integer::sum);
        checked.merge(source, 1, Integer::sum);
        checked.merge(account + source, 1, Integer::sum);
      }
      if (i % 100 == 0) {
        signIn("account0", "home");
      }
      Duration passed = Duration.between(begin, clock.instant());
      assertWithin(checked.getOrDefault(account, 0), ACCOUNT, passed);
      assertWithin(checked.getOrDefault(source, 0), SOURCE, passed);
      assertWithin(checked.getOrDefault(account + source, 0), PAIR, passed);
    }
  }

  private static void assertWithin(int checked, Budget budget, Duration passed) {
    assertThat((long) checked)
        .isLessThanOrEqualTo(budget.burst() + passed.toMillis() / budget.refill().toMillis());
  }
}
