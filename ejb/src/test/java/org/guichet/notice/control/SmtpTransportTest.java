package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.notice.NoticeSamples.NOON;
import static org.guichet.notice.NoticeSamples.received;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.guichet.notice.NoticeSamples;
import org.guichet.notice.entity.Letter;
import org.guichet.notice.entity.MailFailure;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.CountingIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SmtpTransportTest {
  private final GreenMail plain =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final GreenMail tls =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));

  @BeforeEach
  void start() {
    plain.setUser("desk", "s3cret");
    plain.start();
    tls.start();
  }

  @AfterEach
  void stop() {
    plain.stop();
    tls.stop();
  }

  private static SmtpTransport transport(int port, Settings.SmtpTls tls, String... login) {
    return new SmtpTransport(
        new Settings.Smtp(
            "127.0.0.1",
            port,
            login.length == 0 ? Optional.empty() : Optional.of(login[0]),
            login.length == 0 ? Optional.empty() : Optional.of(new Settings.Secret(login[1])),
            tls),
        Optional.empty());
  }

  private static MimeMessage mail() throws MessagingException {
    Letter letter = new Letter(CountingIds.id(7), received("k"), NOON);
    return new MailWriter(
            NoticeSamples.addresses("guichet@guichet.example"),
            c -> new ByteArrayInputStream(new byte[0]))
        .write(letter, NOON);
  }

  @Test
  void theServerGetsTheMail() throws Exception {
    transport(plain.getSmtp().getPort(), Settings.SmtpTls.NONE).deliver(mail(), "n");
    assertThat(plain.getReceivedMessages()).hasSize(1);
    MimeMessage received = plain.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("Dépôt n° 42 bien reçu : certifiés été.xml");
    assertThat(received.getMessageID())
        .isEqualTo("<00000000-0000-0000-0000-000000000007@guichet.example>");
  }

  @Test
  void signsInWhereTheSettingsSaySo() throws Exception {
    transport(plain.getSmtp().getPort(), Settings.SmtpTls.NONE, "desk", "s3cret")
        .deliver(mail(), "n");
    assertThat(plain.getReceivedMessages()).hasSize(1);
    assertThatThrownBy(
            () ->
                transport(plain.getSmtp().getPort(), Settings.SmtpTls.NONE, "desk", "wrong")
                    .deliver(mail(), "n"))
        .isInstanceOfSatisfying(
            UndeliveredException.class,
            e -> {
              assertThat(e.failure().kind()).isEqualTo(MailFailure.Kind.SIGN_IN_REFUSED);
              assertThat(e.failure().answer()).startsWith("535");
              assertThat(e.failure().words()).doesNotContain("wrong");
            });
  }

  @Test
  void sendsNothingUnprotectedWhereStarttlsIsSet() {
    assertThatThrownBy(
            () ->
                transport(plain.getSmtp().getPort(), Settings.SmtpTls.STARTTLS)
                    .deliver(mail(), "n"))
        .isInstanceOfSatisfying(
            UndeliveredException.class,
            e -> assertThat(e.failure().kind()).isEqualTo(MailFailure.Kind.NOT_PROTECTED));
    assertThat(plain.getReceivedMessages()).isEmpty();
  }

  @Test
  void trustsNoCertificateThatNobodyVouchesFor() {
    assertThatThrownBy(
            () -> transport(tls.getSmtps().getPort(), Settings.SmtpTls.TLS).deliver(mail(), "n"))
        .isInstanceOfSatisfying(
            UndeliveredException.class,
            e ->
                assertThat(e.failure().kind()).isEqualTo(MailFailure.Kind.CERTIFICATE_NOT_TRUSTED));
    assertThat(tls.getReceivedMessages()).isEmpty();
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }
    assertThatThrownBy(() -> transport(free, Settings.SmtpTls.NONE).deliver(mail(), "n"))
        .isInstanceOfSatisfying(
            UndeliveredException.class,
            e -> assertThat(e.failure().kind()).isEqualTo(MailFailure.Kind.OUT_OF_REACH));
  }
}
