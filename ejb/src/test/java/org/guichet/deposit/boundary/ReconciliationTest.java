package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.deposit.boundary.WorkedDesk.SYSTEM;
import static org.guichet.deposit.entity.DepositKind.REAL;
import static org.guichet.deposit.entity.DepositKind.TRIAL;
import static org.guichet.deposit.entity.ReconciliationScope.DEEP;
import static org.guichet.deposit.entity.ReconciliationScope.EVERYTHING;
import static org.guichet.deposit.entity.ReconciliationScope.NIGHTLY;
import static org.guichet.deposit.entity.ReconciliationScope.RECENT;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.Difference;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.deposit.entity.Reconciled;
import org.guichet.deposit.entity.ReconciliationScope;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconciliationTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final int SABOTAGES = 100;
  private static final int AT_LEAST_OF_EACH = 3;
  private static final long SEED = Long.getLong("guichet.seed", 4_2026);

  @TempDir Path data;
  private WorkedDesk desk;

  @BeforeEach
  void open() throws IOException {
    desk = new WorkedDesk(DATABASE, data);
  }

  /** One of each thing that may come to a desk, and nothing wrong with any of them. */
  private void work() {
    DepositView own = desk.judge(desk.drop(desk.bench.alice, REAL), 3, 0);
    desk.judge(desk.drop(desk.bench.bob, REAL), 2, 1);
    desk.judge(desk.drop(desk.bench.bob, REAL), 0, 2);
    desk.refuse(desk.drop(desk.bench.alice, REAL));
    desk.judge(desk.drop(desk.bench.alice, TRIAL), 1, 1);
    desk.takeBack(desk.drop(desk.bench.alice, REAL), own);
    desk.drop(desk.bench.alice, TRIAL);
    desk.drop(desk.bench.bob, REAL);
    DepositView first =
        desk.judge(desk.drop(desk.bench.alice, REAL, "first.xml", "<first/>"), 1, 0);
    desk.duplicate(first, "<first/>");
    aLongTimeLater();
  }

  /** When whatever was going to follow must have followed, for the disk's clock and for ours. */
  private void aLongTimeLater() {
    try {
      Path probe = Files.createTempFile(data, "probe", "");
      Instant disk = Files.getLastModifiedTime(probe).toInstant();
      Instant now = desk.bench.clock.instant();
      desk.bench.clock.set((disk.isAfter(now) ? disk : now).plus(Duration.ofHours(30)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Reconciled reconcile(ReconciliationScope scope) {
    return desk.reconciliation.reconcile(SYSTEM, scope);
  }

  @ParameterizedTest
  @EnumSource
  void findsNothingOnADeskWhereNothingIsWrong(ReconciliationScope scope) {
    work();

    Reconciled found = reconcile(scope);

    assertThat(found.differences()).isEmpty();
    assertThat(found.mended() + found.left()).isZero();
    assertThat(found.deposits()).isEqualTo(9);
    assertThat(found.files()).isEqualTo(scope == RECENT ? 0 : 7 + 15);
  }

  @Test
  void findsEverySabotageAndMendsWhatIsSurelyRight() {
    System.out.println("sabotage seed: " + SEED + " (-Dguichet.seed=…)");
    Random random = new Random(SEED);
    work();
    Sabotage sabotage = new Sabotage(desk, DATABASE, random);
    List<DifferenceKind> draws = new ArrayList<>();
    for (int i = 0; i < AT_LEAST_OF_EACH; i++) {
      draws.addAll(Sabotage.KINDS);
    }
    while (draws.size() < SABOTAGES) {
      draws.add(Sabotage.KINDS.get(random.nextInt(Sabotage.KINDS.size())));
    }
    Collections.shuffle(draws, random);
    List<Difference> planted = draws.stream().map(sabotage::plant).toList();
    assertThat(planted).hasSize(SABOTAGES);
    aLongTimeLater();

    Reconciled first = reconcile(DEEP);
    assertThat(first.differences()).containsExactlyInAnyOrderElementsOf(planted);

    // What was mended is no more; what somebody has to look at is still told, and nothing else.
    Reconciled second = reconcile(DEEP);
    assertThat(second.differences())
        .containsExactlyInAnyOrderElementsOf(
            planted.stream().filter(difference -> !difference.mended()).toList());
    assertThat(second.mended()).isZero();
  }

  @Test
  void movesWhatNobodyPointsToIntoQuarantineAndErasesNothing() throws IOException {
    new Sabotage(desk, DATABASE, new Random(SEED)).plant(DifferenceKind.FILE_WITHOUT_ROW);
    assertThat(reconcile(EVERYTHING).differences()).isEmpty(); // its row may still come
    aLongTimeLater();

    assertThat(reconcile(EVERYTHING).mended()).isEqualTo(1);

    try (Stream<Path> aside = Files.list(data.resolve("quarantine"))) {
      assertThat(aside).singleElement().satisfies(file -> assertThat(file).isNotEmptyFile());
    }
  }

  @Test
  void readsEveryFileThroughWithinAMonthOfNights() {
    work();
    long all = reconcile(DEEP).bytesRead();
    long read = 0;

    for (int night = 0; night < 28; night++) {
      read += reconcile(NIGHTLY).bytesRead();
      desk.bench.clock.advance(Duration.ofDays(1));
    }

    assertThat(read).isEqualTo(all).isPositive();
    assertThat(reconcile(EVERYTHING).bytesRead()).isZero();
  }

  @Test
  void findsWithoutReadingBytesThatAFileHasAnotherSize() throws IOException {
    DepositView deposit = desk.judge(desk.drop(desk.bench.alice, REAL), 1, 0);
    String hex = deposit.sha256().orElseThrow().hex();
    Path file = data.resolve("files/" + hex.substring(0, 2) + "/" + hex.substring(2, 4));
    Files.writeString(file.resolve(hex), "x");

    assertThat(reconcile(EVERYTHING).differences())
        .containsExactly(
            new Difference(DifferenceKind.FILE_DAMAGED, Long.toString(deposit.number()), false));
  }

  @Test
  void looksAtTheNewestDepositsOnlyWhenItHasToBeQuick() throws IOException {
    DepositView deposit = desk.judge(desk.drop(desk.bench.alice, REAL), 1, 0);
    String hex = deposit.sha256().orElseThrow().hex();
    Files.delete(
        data.resolve("files/" + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex));

    Reconciled found = reconcile(RECENT);

    assertThat(found.files()).isZero();
    assertThat(found.differences())
        .containsExactly(
            new Difference(DifferenceKind.FILE_MISSING, Long.toString(deposit.number()), false));
  }

  @Test
  void letsNoOrganisationReconcile() {
    Permissions all = GrantedPermissions.of(Permission.values());
    desk.reconciliation.permissions = all;

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.reconciliation.reconcile(SpoolBench.key(desk.bench.alice), RECENT));
  }
}
