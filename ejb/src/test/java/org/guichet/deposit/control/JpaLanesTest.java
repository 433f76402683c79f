package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.BOB;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.deposit;
import static org.guichet.deposit.DropSamples.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.deposit.DepositTables;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Only the database itself can let one of two win, so there is no such thing in memory. */
class JpaLanesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Instant LATER = NOON.plusSeconds(300);

  private final JpaLanes lanes = new JpaLanes();
  private final JpaDeposits deposits = new JpaDeposits();

  @BeforeEach
  void connect() {
    lanes.em = DATABASE.entityManager();
    deposits.em = DATABASE.entityManager();
    DepositTables.addOrganisations(DATABASE);
  }

  private static LaneLease lease(String holder) {
    return new LaneLease(ALICE, DepositKind.REAL, holder, LATER);
  }

  private boolean claim(String holder, Instant now) {
    return DATABASE.inNewTransaction(() -> lanes.claim(lease(holder), now));
  }

  private boolean renew(LaneLease lease) {
    return DATABASE.inNewTransaction(() -> lanes.renew(lease));
  }

  private List<String> free(Instant now) {
    return DATABASE.inTransaction(
        () ->
            lanes.free(now).stream()
                .map(lane -> (lane.organisation().equals(ALICE) ? "Alice " : "Bob ") + lane.kind())
                .toList());
  }

  private void add(Deposit... added) {
    DATABASE.inTransaction(() -> List.of(added).forEach(deposits::add));
  }

  @Test
  void givesALaneToWhoeverComesFirst() {
    assertThat(claim("node/run/1", NOON)).isTrue();
    assertThat(claim("node/run/2", NOON)).isFalse();
  }

  @Test
  void givesALaneOnWhenItsLeaseIsOver() {
    claim("node/run/1", NOON);

    assertThat(claim("node/run/2", LATER.minusMillis(1))).isFalse();
    assertThat(claim("node/run/2", LATER)).isTrue();
    assertThat(renew(lease("node/run/1"))).isFalse();
  }

  @Test
  void keepsALaneForLonger() {
    claim("node/run/1", NOON);
    LaneLease longer = new LaneLease(ALICE, DepositKind.REAL, "node/run/1", LATER.plusSeconds(60));

    assertThat(renew(longer)).isTrue();
    assertThat(claim("node/run/2", LATER)).isFalse();
    assertThat(claim("node/run/2", LATER.plusSeconds(60))).isTrue();
  }

  @Test
  void givesALaneOnThatWasReleased() {
    claim("node/run/1", NOON);
    DATABASE.inTransaction(() -> lanes.release(lease("node/run/1")));

    assertThat(claim("node/run/2", NOON)).isTrue();
  }

  @Test
  void releasesNothingThatSomebodyElseHas() {
    claim("node/run/1", NOON);
    DATABASE.inTransaction(() -> lanes.release(lease("node/run/2")));

    assertThat(claim("node/run/2", NOON)).isFalse();
  }

  @Test
  void letsGoOfWhatEarlierRunsOfThisServerHeldAndOfNothingElse() {
    DATABASE.inTransaction(
        () -> {
          lanes.claim(new LaneLease(ALICE, DepositKind.REAL, "node/run1/a", LATER), NOON);
          lanes.claim(new LaneLease(ALICE, DepositKind.TRIAL, "node/run2/a", LATER), NOON);
          lanes.claim(new LaneLease(BOB, DepositKind.REAL, "node2/run1/a", LATER), NOON);
        });

    int released = DATABASE.inTransaction(() -> lanes.releaseEarlierRuns("node", "node/run2"));

    assertThat(released).isEqualTo(1);
    assertThat(claim("other/run/1", NOON)).isTrue();
    assertThat(renew(new LaneLease(ALICE, DepositKind.TRIAL, "node/run2/a", LATER))).isTrue();
    assertThat(renew(new LaneLease(BOB, DepositKind.REAL, "node2/run1/a", LATER))).isTrue();
  }

  @Test
  void knowsTheLanesInWhichSomethingWaitsTheLongestWaitingFirst() {
    add(
        deposit(4, "d"),
        deposit(3, BOB, DepositKind.REAL, "c"),
        deposit(2, ALICE, DepositKind.TRIAL, "b"),
        deposit(5, BOB, DepositKind.REAL, "e"));

    assertThat(free(NOON)).containsExactly("Alice TRIAL", "Bob REAL", "Alice REAL");

    claim("node/run/1", NOON);
    assertThat(free(NOON)).containsExactly("Alice TRIAL", "Bob REAL");
    assertThat(free(LATER)).containsExactly("Alice TRIAL", "Bob REAL", "Alice REAL");
  }

  @Test
  void countsADepositThatADeadServerWasReadingAsWaiting() {
    add(deposit(1, "a"));
    DATABASE.inTransaction(() -> deposits.find(id(1)).orElseThrow().start(new UUID(7, 1), 1));
    assertThat(free(NOON)).containsExactly("Alice REAL");

    DATABASE.inTransaction(() -> deposits.find(id(1)).orElseThrow().decide(1, 0, NOON));
    assertThat(free(NOON)).isEmpty();
  }

  /** The first claim of a lane makes its row; of several at once the others fail or are told no. */
  @RepeatedTest(5)
  void isWonByOneOfSeveralThatComeAtOnce() throws Exception {
    int claimants = 4;
    CyclicBarrier barrier = new CyclicBarrier(claimants);
    ExecutorService threads = Executors.newFixedThreadPool(claimants);
    try {
      List<Callable<Boolean>> claims = new ArrayList<>();
      for (int n = 0; n < claimants; n++) {
        String holder = "node/run/" + n;
        claims.add(
            () -> {
              barrier.await(20, TimeUnit.SECONDS);
              return claim(holder, NOON);
            });
      }
      int won = 0;
      for (Future<Boolean> claimed : threads.invokeAll(claims)) {
        won += won(claimed) ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      threads.shutdown();
    }
  }

  private static boolean won(Future<Boolean> claimed) throws InterruptedException {
    try {
      return claimed.get();
    } catch (ExecutionException e) {
      return false; // met the other one's row
    }
  }
}
