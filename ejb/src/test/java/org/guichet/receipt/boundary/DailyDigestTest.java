package org.guichet.receipt.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.receipt.ReceiptSamples.gist;
import static org.guichet.receipt.ReceiptSamples.receipt;
import static org.guichet.receipt.ReceiptSamples.subject;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.DropSamples;
import org.guichet.notice.boundary.NoticeDesk;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.receipt.control.InMemoryDigests;
import org.guichet.receipt.entity.DigestEntry;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptOutcome;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DailyDigestTest {
  private static final Caller SYSTEM = Caller.system("test");

  /** Six in the evening in Paris. */
  private static final Instant HOUR = Instant.parse("2026-11-21T17:00:00Z");

  private static final OrganisationView SCHOOL =
      DropSamples.organisation(
          DropSamples.ALICE, DropSamples.ALICES, Locale.FRENCH, CheckingMode.STRICT);
  private static final UUID READER = SCHOOL.recipients().get(0).id();

  private final FakeClock clock = FakeClock.at("2026-11-21T10:00:00Z");
  private final CountingIds ids = new CountingIds();
  private final NoticeDesk mail = NoticeDesk.inMemory(clock, ids);
  private final InMemoryDigests digests = new InMemoryDigests();
  private final DigestLedger ledger = new DigestLedger();
  private final DailyDigest digest = new DailyDigest();

  @BeforeEach
  void wire() {
    ledger.permissions = GrantedPermissions.of();
    ledger.digests = digests;
    ledger.organisations = new Directory();
    ledger.notices = mail.notices();
    ledger.settings = TestSettings.in(Path.of("target"));
    ledger.ids = ids;
    digest.permissions = GrantedPermissions.of();
    digest.ledger = ledger;
    digest.settings = ledger.settings;
    digest.clock = clock;
  }

  private void note(UUID reader, long n, ReceiptKind kind, ReceiptOutcome outcome) {
    Receipt issued =
        Receipt.issue(
            ids.get(), receipt(n, kind, n + ".xml", new byte[0]), n + ".xml", clock.instant());
    digests.note(
        DigestEntry.note(
            ids.get(), SCHOOL.id(), reader, issued, subject(n), gist(n, outcome), clock.instant()));
    clock.advance(Duration.ofSeconds(1));
  }

  private List<Map<String, String>> rows(int n) {
    return mail.posted().get(n).rows();
  }

  @Test
  void tellsTheDayInOneMailWithOneRowForEachDeposit() {
    note(READER, 1, ReceiptKind.RECEPTION, ReceiptOutcome.RECEIVED);
    note(READER, 2, ReceiptKind.RECEPTION, ReceiptOutcome.RECEIVED);
    note(READER, 1, ReceiptKind.PROCESSING, ReceiptOutcome.PARTLY);
    assertThat(digest.sendDue(SYSTEM)).as("the hour hasn't come").isZero();
    clock.set(HOUR);
    assertThat(digest.sendDue(SYSTEM)).isEqualTo(1);
    assertThat(digest.sendDue(SYSTEM)).isZero();
    Notice notice = mail.posted().get(0);
    assertThat(notice.to()).isEqualTo(SCHOOL.email());
    assertThat(notice.organisation()).contains(SCHOOL.id());
    assertThat(notice.arguments())
        .containsEntry("deposits", "2")
        .containsEntry("ko", "1")
        .containsEntry("day", "21 novembre 2026");
    assertThat(rows(0)).extracting(row -> row.get("number")).containsExactly("1", "2");
    assertThat(rows(0)).extracting(row -> row.get("outcome")).containsExactly("PARTLY", "RECEIVED");
    assertThat(rows(0)).extracting(row -> row.get("rejected")).containsExactly("1", "");
    mail.delivery().deliverDue(SYSTEM);
    assertThat(mail.transport().delivered()).hasSize(1);
  }

  @Test
  void sendsNothingWhenNothingHappened() {
    for (int day = 0; day < 3; day++) {
      clock.advance(Duration.ofDays(1));
      assertThat(digest.sendDue(SYSTEM)).isZero();
    }
    assertThat(mail.posted()).isEmpty();
  }

  @Test
  void aServerThatWasDownAtTheHourTellsEachDayOnceItIsBack() {
    note(READER, 1, ReceiptKind.PROCESSING, ReceiptOutcome.ACCEPTED);
    clock.set(HOUR.plus(Duration.ofHours(30)));
    assertThat(digest.sendDue(SYSTEM)).isEqualTo(1);
    assertThat(rows(0)).hasSize(1);
    note(READER, 2, ReceiptKind.PROCESSING, ReceiptOutcome.ACCEPTED);
    clock.set(HOUR.plus(Duration.ofDays(2)));
    assertThat(digest.sendDue(SYSTEM)).isEqualTo(1);
    assertThat(rows(1)).extracting(row -> row.get("number")).containsExactly("2");
  }

  @Test
  void aCrashBeforeTheMailIsPostedLosesNothing() {
    note(READER, 1, ReceiptKind.PROCESSING, ReceiptOutcome.ACCEPTED);
    clock.set(HOUR);
    ledger.organisations =
        new OrganisationDirectory() {
          @Override
          public Optional<OrganisationView> find(Caller caller, OrganisationId id) {
            throw new IllegalStateException("the database is gone");
          }
        };
    assertThat(digest.sendDue(SYSTEM)).isZero();
    ledger.organisations = new Directory();
    assertThat(digest.sendDue(SYSTEM)).isEqualTo(1);
  }

  @Test
  void forgetsReadersThatAreGone() {
    note(new UUID(7, 9), 1, ReceiptKind.PROCESSING, ReceiptOutcome.ACCEPTED);
    clock.set(HOUR);
    assertThat(digest.sendDue(SYSTEM)).isZero();
    assertThat(digests.all()).isEmpty();
    assertThat(mail.posted()).isEmpty();
  }

  @Test
  void saysSoWhenTheTableIsCut() {
    for (int n = 1; n <= 305; n++) {
      note(READER, n, ReceiptKind.PROCESSING, ReceiptOutcome.ACCEPTED);
    }
    clock.set(HOUR);
    digest.sendDue(SYSTEM);
    assertThat(rows(0)).hasSize(300);
    assertThat(mail.posted().get(0).arguments())
        .containsEntry("deposits", "305")
        .containsEntry("more", "5");
  }

  @Test
  void onlyTheSystemSendsDigests() {
    Caller key = Caller.key(new KeyId(new UUID(4, 1)), SCHOOL.id(), Channel.SFTP, "192.0.2.7");
    assertThatThrownBy(() -> digest.sendDue(key)).isInstanceOf(RefusedException.class);
  }

  private static final class Directory extends OrganisationDirectory {
    @Override
    public Optional<OrganisationView> find(Caller caller, OrganisationId id) {
      return Optional.of(SCHOOL).filter(school -> school.id().equals(id));
    }
  }
}
