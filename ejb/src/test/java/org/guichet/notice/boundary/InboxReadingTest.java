package org.guichet.notice.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.notice.NoticeSamples.received;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.guichet.notice.control.ChosenInbox;
import org.guichet.notice.control.ImapInbox;
import org.guichet.notice.control.Inbox;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real IMAP server. */
class InboxReadingTest {
  private static final Caller SYSTEM = Caller.system("test");

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

  /** Long before any clock of a mail server. */
  private final FakeClock clock = FakeClock.at("2020-01-01T12:00:00Z");

  private final NoticeDesk desk = NoticeDesk.inMemory(clock, new CountingIds());
  private final InboxReading reading = new InboxReading();
  private GreenMailUser inbox;
  private String password = "s3cret";
  private UUID sent;

  @BeforeEach
  void sendAMailAndOpenTheInbox() {
    server.start();
    inbox = server.setUser("retours@guichet.example", "retours", "s3cret");
    desk.notices().post(SYSTEM, received("a"));
    desk.delivery().deliverDue(SYSTEM);
    sent = desk.rows().get(0).id();
    reading.permissions = Permissions.of(List.of());
    reading.ledger = desk.bounces();
    reading.settings =
        TestSettings.in(
            Path.of("target"),
            new Settings.Mail(
                "Guichet <guichet@guichet.example>",
                Optional.empty(),
                Optional.of("retours+*@guichet.example"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                LocalTime.NOON));
    reading.takers = MailTakers.of(List.of());
    reading.chosen = new Chosen();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private void arrives(String mail) throws Exception {
    byte[] bytes = mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    inbox.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  private static String report(String to, String action, String status, String returned) {
    return """
    From: MAILER-DAEMON@mx.example
    To: %s
    Subject: Undelivered Mail Returned to Sender
    MIME-Version: 1.0
    Content-Type: multipart/report; report-type=delivery-status; boundary="b1"

    --b1
    Content-Type: text/plain

    I'm sorry to have to inform you that your message could not be delivered.
    --b1
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.example
    Arrival-Date: Wed, 1 Jan 2020 13:00:00 +0100

    Final-Recipient: rfc822; contact@lycee.example
    Action: %s
    Status: %s
    Diagnostic-Code: smtp; 550 5.1.1 <contact@lycee.example>:
      Recipient address rejected: User unknown

    --b1
    Content-Type: text/rfc822-headers

    From: guichet@guichet.example
    Subject: =?UTF-8?Q?D=C3=A9p=C3=B4t?=
    %s

    --b1--
    """
        .formatted(to, action, status, returned);
  }

  private String returned() {
    return "Message-ID: <" + sent + "@guichet.example>";
  }

  private NoticeStatus status() {
    return desk.rows().get(0).status();
  }

  private List<Boolean> seen() throws Exception {
    return server.getManagers().getImapHostManager().getInbox(inbox).getMessages().stream()
        .map(StoredMessage::getFlags)
        .map(flags -> flags.contains(Flags.Flag.SEEN))
        .toList();
  }

  @Test
  void marksWhatCameBackWithTheCodeAndTheServersWords() throws Exception {
    arrives("From: a@b.example\nSubject: Question\n\nBonjour");
    arrives(report("guichet@guichet.example", "failed", "5.1.1", returned()));
    reading.readNew(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.BOUNCED);
    MailFailure failure = desk.rows().get(0).failure().orElseThrow();
    assertThat(failure.kind()).isEqualTo(MailFailure.Kind.BOUNCED);
    assertThat(failure.answer()).isEqualTo("5.1.1");
    assertThat(failure.words()).contains("User unknown").doesNotContain("@");
    assertThat(seen()).as("what isn't ours stays unseen").containsExactly(false, true);
    reading.readNew(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.BOUNCED);
  }

  @Test
  void aLateMailIsNotABouncedOne() throws Exception {
    arrives(report("guichet@guichet.example", "delayed", "4.4.1", returned()));
    reading.readNew(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.SENT);
    arrives(report("guichet@guichet.example", "failed (expired)", "4.4.7", returned()));
    reading.readNew(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.BOUNCED);
  }

  @Test
  void leavesAloneWhatItDoesNotKnow() throws Exception {
    arrives(report("a@b.example", "failed", "5.1.1", "Message-ID: <x@elsewhere.example>"));
    arrives(
        report("a@b.example", "failed", "5.1.1", "Message-ID: <" + sent + "@elsewhere.example>"));
    arrives(
        report(
            "a@b.example",
            "failed",
            "5.1.1",
            "Message-ID: <" + new UUID(9, 9) + "@guichet.example>"));
    arrives("Content-Type: multipart/report; boundary=\n\n--\n");
    arrives("Content-Type: multipart/report; report-type=delivery-status\n\nnothing");
    reading.readNew(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.SENT);
    assertThat(seen()).containsOnly(false);
  }

  @Test
  void knowsAMailByItsReturnPathWhenItsHeadersDidNotComeBack() throws Exception {
    arrives(report("retours+" + sent + "@guichet.example", "failed", "5.2.2", "X-Other: 1"));
    reading.readNew(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.BOUNCED);
  }

  @Test
  void aReportOnAnEarlierSendingDoesNotBounceTheNextOne() throws Exception {
    arrives(report("guichet@guichet.example", "failed", "5.1.1", returned()));
    reading.readNew(SYSTEM);
    clock.advance(Duration.ofDays(73_000));
    desk.mailDesk().resend(SYSTEM, sent);
    desk.delivery().deliverDue(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.SENT);
    reading.ledger.reached(SYSTEM, reading.chosen.inbox().orElseThrow().name(), NOTHING_READ);
    reading.readNew(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.SENT);
  }

  private static final Inbox.Position NOTHING_READ = new Inbox.Position(0, 0);

  @Test
  void anInboxThatCannotBeReadStopsNothing() throws Exception {
    arrives(report("guichet@guichet.example", "failed", "5.1.1", returned()));
    password = "wrong";
    reading.readNew(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.SENT);
    password = "s3cret";
    reading.readNew(SYSTEM);
    assertThat(status()).isEqualTo(NoticeStatus.BOUNCED);
  }

  @Test
  void onlyTheSystemReadsTheInbox() {
    Caller key =
        Caller.key(
            new KeyId(new UUID(4, 1)), new OrganisationId(new UUID(1, 1)), Channel.SFTP, "-");
    assertThatThrownBy(() -> reading.readNew(key)).isInstanceOf(RefusedException.class);
  }

  private final class Chosen extends ChosenInbox {
    @Override
    public Optional<Inbox> inbox() {
      return Optional.of(
          new ImapInbox(
              new Settings.Inbox(
                  "127.0.0.1",
                  server.getImap().getPort(),
                  "retours",
                  new Settings.Secret(password),
                  Settings.SmtpTls.NONE,
                  "INBOX"),
              Optional.empty()));
    }
  }
}
