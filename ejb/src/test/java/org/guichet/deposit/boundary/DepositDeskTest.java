package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.guichet.deposit.DropSamples.ALICE;
import static org.guichet.deposit.DropSamples.ALICES;
import static org.guichet.deposit.DropSamples.BOB;
import static org.guichet.deposit.DropSamples.NOON;
import static org.guichet.deposit.DropSamples.deposit;
import static org.guichet.deposit.DropSamples.id;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.control.InMemoryDeposits;
import org.guichet.deposit.control.InMemoryUploads;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DepositWaits;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.deposit.entity.RetryOutcome;
import org.guichet.deposit.entity.UnfinishedUpload;
import org.guichet.deposit.entity.Upload;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.InMemoryFileStore;
import org.guichet.testing.RecordingEvent;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DepositDeskTest {
  private static final Caller OPERATOR = Caller.commandLine();
  private static final Caller ALICES_KEY =
      Caller.key(new KeyId(new UUID(4, 1)), ALICE, Channel.API, "192.0.2.7");

  @TempDir Path data;
  private final InMemoryDeposits deposits = new InMemoryDeposits();
  private final InMemoryUploads uploads = new InMemoryUploads();
  private final RecordingEvent<DepositWaits> waiting = new RecordingEvent<>();
  private final Deposit failed = deposit(2, "b");

  private DepositDesk letting(Permission... granted) {
    DepositDesk desk = new DepositDesk();
    desk.deposits = deposits;
    desk.uploads = uploads;
    desk.parts = ControlBench.spoolFiles(new InMemoryFileStore(data));
    desk.permissions = GrantedPermissions.of(granted);
    desk.clock = FakeClock.at(NOON);
    desk.settings = TestSettings.in(data);
    desk.ids = new CountingIds();
    desk.waiting = waiting;
    return desk;
  }

  @BeforeEach
  void oneThatWaitsOneThatFailedOneOfBobs() {
    failed.start(new UUID(7, 2), 2);
    failed.fail(NOON);
    deposits.add(deposit(1, "a"));
    deposits.add(failed);
    deposits.add(deposit(3, BOB, DepositKind.REAL, "c"));
  }

  private static DepositQuery of(Optional<OrganisationId> organisation) {
    return new DepositQuery(organisation, Optional.empty(), 0, 10);
  }

  @Test
  void showsAnOrganisationItsOwnAndTheOperatorAll() {
    assertThat(letting(Permission.DEPOSIT_VIEW).list(ALICES_KEY, of(Optional.of(ALICE))))
        .extracting(DepositView::number)
        .containsExactly(2L, 1L);
    assertThat(letting().list(OPERATOR, of(Optional.empty())))
        .extracting(DepositView::number)
        .containsExactly(3L, 2L, 1L);
  }

  @Test
  void showsNobodyTheDepositsOfOthers() {
    DepositDesk desk = letting(Permission.values());

    for (Optional<OrganisationId> organisation :
        List.of(Optional.of(BOB), Optional.<OrganisationId>empty())) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> desk.list(ALICES_KEY, of(organisation)));
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEPOSIT_VIEW")
  void showsNothingWithoutThePermission(Permission other) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> letting(other).list(ALICES_KEY, of(Optional.of(ALICE))));
  }

  @Test
  void showsUnfinishedUploadsToTheirOwnerAndTheOperatorOnly() {
    upload(1, ALICE, "a.xml").breakOff(NOON.plusSeconds(1));
    upload(2, BOB, "b.xml.part").setAside(NOON.plusSeconds(2));
    upload(3, ALICE, "c.xml");
    DepositDesk desk = letting(Permission.DEPOSIT_VIEW);

    assertThat(desk.unfinished(ALICES_KEY, Optional.of(ALICE), 10))
        .extracting(UnfinishedUpload::fileName, UnfinishedUpload::cutShort)
        .containsExactly(tuple("a.xml", true));
    assertThat(desk.unfinished(OPERATOR, Optional.empty(), 10))
        .extracting(UnfinishedUpload::fileName, UnfinishedUpload::cutShort)
        .containsExactly(tuple("b.xml.part", false), tuple("a.xml", true));
    for (Optional<OrganisationId> others :
        List.of(Optional.of(BOB), Optional.<OrganisationId>empty())) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> desk.unfinished(ALICES_KEY, others, 10));
    }
  }

  private Upload upload(long n, OrganisationId owner, String name) {
    Upload begun =
        Upload.begin(id(n), owner, ALICES, DropFolder.REAL, Channel.SFTP, name, "node/run-1", NOON);
    uploads.add(begun);
    return begun;
  }

  @Test
  void putsAFailedDepositAtTheEndOfItsLineAndRings() {
    assertThat(letting().retry(OPERATOR, 2)).isEqualTo(new RetryOutcome.BackInLine(2));

    assertThat(failed.status()).isEqualTo(DepositStatus.RECEIVED);
    assertThat(failed.line()).isGreaterThan(3);
    assertThat(failed.holdsDedupKey()).isTrue();
    assertThat(waiting.fired()).hasSize(1);
    assertThat(deposits.history())
        .extracting(DepositHistory::status)
        .containsExactly(DepositStatus.RECEIVED);
  }

  @Test
  void leavesTheBytesToAnotherDropThatTookThemUpMeanwhile() {
    deposits.add(deposit(4, "b"));

    letting().retry(OPERATOR, 2);

    assertThat(failed.holdsDedupKey()).isFalse();
  }

  @Test
  void letsAFailedDepositBeAnsweredKo() {
    assertThat(letting().giveUp(OPERATOR, 2)).isEqualTo(new RetryOutcome.BackInLine(2));

    assertThat(failed.refusal()).contains(RefusalCode.GIVEN_UP);
  }

  @Test
  void leavesADepositThatHasntFailedAlone() {
    RetryOutcome untouched = new RetryOutcome.NotFailed(1, DepositStatus.RECEIVED);

    assertThat(letting().retry(OPERATOR, 1)).isEqualTo(untouched);
    assertThat(letting().giveUp(OPERATOR, 1)).isEqualTo(untouched);
    assertThat(waiting.fired()).isEmpty();
  }

  @Test
  void isHarmlessWhenRetriedTwice() {
    letting().retry(OPERATOR, 2);

    assertThat(letting().retry(OPERATOR, 2))
        .isEqualTo(new RetryOutcome.NotFailed(2, DepositStatus.RECEIVED));
  }

  @Test
  void saysWhenThereIsNoSuchDeposit() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> letting().retry(OPERATOR, 99))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NO_SUCH_DEPOSIT));
  }

  @Test
  void letsNoOrganisationRetryOrGiveUp() {
    DepositDesk desk = letting(Permission.values());

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.retry(ALICES_KEY, 2))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> desk.giveUp(ALICES_KEY, 2));
    assertThat(failed.status()).isEqualTo(DepositStatus.FAILED);
  }
}
