package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.deposit.entity.DepositKind.REAL;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.boundary.Colleagues;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.PersonName;
import org.guichet.audit.entity.AuditAction;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.control.SendingLimits;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.SendingOutcome;
import org.guichet.notice.entity.MailState;
import org.guichet.notice.entity.Notice;
import org.guichet.organisation.boundary.OrganisationDesk;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.receipt.boundary.ReceiptBench;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Lea belongs to Bob's organisation; nobody is a recipient of its mails unless a test says so. */
class ReceiptSendingTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final AccountId LEA = new AccountId(new UUID(8, 1));

  @TempDir Path data;
  private final RecordingTrail trail = new RecordingTrail();
  private WorkedDesk desk;
  private SendingLimits limits;

  @BeforeEach
  void open() throws IOException {
    desk = new WorkedDesk(DATABASE, data);
    limits = new SendingLimits(desk.bench.clock);
  }

  private ReceiptSending sending(Permission... granted) {
    Permissions permissions = GrantedPermissions.of(granted);
    ReceiptSending sending = new ReceiptSending();
    sending.deposits = ControlBench.deposits(DATABASE);
    sending.desk =
        new ReceiptBench(DATABASE, desk.bench.notices, permissions, desk.bench.clock, desk.ids)
            .desk(desk.bench.store);
    sending.issuing = desk.issuing;
    sending.colleagues =
        new Colleagues() {
          @Override
          public Optional<NewPerson> address(
              Caller caller, OrganisationId organisation, AccountId id) {
            return organisation.equals(desk.bench.bob.id()) && id.equals(LEA)
                ? Optional.of(
                    new NewPerson(
                        new PersonName("Léa", "Martin"), "lea.martin@bob.example", Locale.ENGLISH))
                : Optional.empty();
          }
        };
    sending.organisations = OrganisationDesk.on(DATABASE, desk.bench.clock, desk.ids).directory();
    sending.correspondence = ControlBench.correspondence(desk.bench.settings);
    sending.limits = limits;
    sending.audit = trail;
    sending.permissions = permissions;
    sending.clock = desk.bench.clock;
    sending.ids = desk.ids;
    return sending;
  }

  private SendingOutcome send(
      OrganisationView reader, DepositView deposit, Optional<AccountId> member) {
    return desk.in(
        () ->
            sending(Permission.RECEIPT_READ)
                .send(
                    SpoolBench.key(reader),
                    reader.id(),
                    deposit.number(),
                    ReceiptKind.PROCESSING,
                    member));
  }

  @Test
  void mailsTheSameReceiptToAMemberInHerLanguageAndSaysSoInTheAudit() {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 2, 1);
    int before = desk.bench.notices.posted().size();

    SendingOutcome outcome = send(desk.bench.bob, deposit, Optional.of(LEA));

    assertThat(outcome).isEqualTo(new SendingOutcome.Sent(1));
    List<Notice> posted = desk.bench.notices.posted();
    Notice mail = posted.get(posted.size() - 1);
    assertThat(posted).hasSize(before + 1);
    assertThat(mail.to()).isEqualTo("lea.martin@bob.example");
    assertThat(mail.language()).isEqualTo(Locale.ENGLISH);
    assertThat(mail.template()).isEqualTo("receipt.sent-again");
    assertThat(mail.attachments()).hasSize(1);
    assertThat(mail.thread()).contains(deposit.id().value());
    assertThat(mail.arguments()).containsEntry("depositNumber", Long.toString(deposit.number()));
    assertThat(trail.written()).hasSize(1);
    assertThat(trail.written().get(0).action()).isEqualTo(AuditAction.RECEIPT_SENT_AGAIN);
    assertThat(trail.written().get(0).toString()).doesNotContain("lea.martin");
  }

  @Test
  void laysItIntoTheOutboxAgainWhereNobodyIsMailedTo() {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 1, 0);
    for (OrganisationView reader : List.of(desk.bench.bob, desk.bench.alice)) {
      SendingOutcome outcome = send(reader, deposit, Optional.empty());
      assertThat(outcome)
          .isEqualTo(
              reader.recipients().isEmpty()
                  ? new SendingOutcome.LaidOnly()
                  : new SendingOutcome.Sent(reader.recipients().size()));
    }
  }

  @Test
  void sendsToNobodyOutsideOfTheOrganisation() {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 1, 0);
    int before = desk.bench.notices.posted().size();
    assertThat(send(desk.bench.alice, deposit, Optional.of(LEA)))
        .isEqualTo(new SendingOutcome.NobodyThere());
    assertThat(desk.bench.notices.posted()).hasSize(before);
    assertThat(trail.written()).isEmpty();
  }

  @Test
  void comesToAnEndForWhoeverSendsTooOften() {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 1, 0);
    for (int i = 0; i < 6; i++) {
      assertThat(send(desk.bench.bob, deposit, Optional.of(LEA)))
          .isEqualTo(new SendingOutcome.Sent(1));
    }
    assertThat(send(desk.bench.bob, deposit, Optional.of(LEA)))
        .isEqualTo(new SendingOutcome.TooOften());
  }

  @Test
  void refusesWhoWasGivenNoneAndWhoMayNotReadThem() {
    DepositView own = desk.judge(desk.drop(desk.bench.alice, REAL), 1, 0);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> send(desk.bench.bob, own, Optional.of(LEA)))
        .extracting(RefusedException::code)
        .isEqualTo(RefusedException.Code.NO_SUCH_DEPOSIT);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () ->
                sending(Permission.DEPOSIT_VIEW)
                    .send(
                        SpoolBench.key(desk.bench.alice),
                        desk.bench.alice.id(),
                        own.number(),
                        ReceiptKind.PROCESSING,
                        Optional.empty()))
        .extracting(RefusedException::code)
        .isEqualTo(RefusedException.Code.NOT_ALLOWED);
  }

  @Test
  void hidesAddressesButForTheirFirstLetter() {
    assertThat(MailState.masked("lea.martin@bob.example")).isEqualTo("l…@bob.example");
    assertThat(MailState.masked("nonsense")).isEqualTo("…");
  }
}
