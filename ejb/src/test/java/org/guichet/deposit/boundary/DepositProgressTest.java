package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.deposit.entity.DepositKind.REAL;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A file whose check is cut by the end of the server, again and again. */
class DepositProgressTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private WorkedDesk desk;
  private DepositView deposit;

  @BeforeEach
  void open() throws IOException {
    desk = new WorkedDesk(DATABASE, data);
    deposit = desk.drop(desk.bench.alice, REAL);
  }

  private Deposit now() {
    return desk.in(() -> ControlBench.deposits(DATABASE).find(deposit.id())).orElseThrow();
  }

  @Test
  void isBegunAgainAtOnceThreeTimesAndRestsBeforeTheFourth() {
    for (int start = 1; start <= 3; start++) {
      assertThat(desk.dieChecking(deposit)).as("start %d", start).isTrue();
    }

    assertThat(desk.dieChecking(deposit)).isFalse();

    assertThat(now().status()).isEqualTo(DepositStatus.RECEIVED);
    assertThat(now().starts()).isEqualTo(3);
    assertThat(now().failures()).isZero();
    assertThat(now().due(desk.bench.clock.instant().plusSeconds(14))).isFalse();
    assertThat(now().due(desk.bench.clock.instant().plusSeconds(15))).isTrue();
  }

  @Test
  void restsLongerEachTimeAndAnHourAtMostUntilItIsGivenUp() {
    while (now().starts() < 12) {
      desk.dieChecking(deposit);
    }
    desk.dieChecking(deposit); // rests for the last time

    assertThat(now().due(desk.bench.clock.instant().plus(Duration.ofMinutes(59)))).isFalse();
    assertThat(now().due(desk.bench.clock.instant().plus(Duration.ofHours(1)))).isTrue();
    assertThat(desk.dieChecking(deposit)).isFalse();
    assertThat(now().status()).isEqualTo(DepositStatus.FAILED);
  }
}
