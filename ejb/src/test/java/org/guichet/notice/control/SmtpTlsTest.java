package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.guichet.notice.NoticeSamples.NOON;
import static org.guichet.notice.NoticeSamples.received;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.guichet.notice.NoticeSamples;
import org.guichet.notice.entity.Letter;
import org.guichet.notice.entity.MailFailure;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.CountingIds;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** STARTTLS, with a certificate that an authority of the settings vouches for, or nobody. */
class SmtpTlsTest {
  @TempDir static Path folder;
  private static SSLContext tls;
  private static Path certificate;

  @BeforeAll
  static void makeACertificate() throws Exception {
    TestCertificate made = TestCertificate.in(folder);
    tls = made.context();
    certificate = made.pem();
  }

  private static SmtpTransport transport(int port, Optional<Path> ca) {
    return new SmtpTransport(
        new Settings.Smtp(
            "127.0.0.1", port, Optional.empty(), Optional.empty(), Settings.SmtpTls.STARTTLS),
        ca);
  }

  private static MimeMessage mail() throws Exception {
    return new MailWriter(
            NoticeSamples.addresses("guichet@guichet.example"),
            content -> new ByteArrayInputStream(new byte[0]))
        .write(new Letter(CountingIds.id(7), received("k"), NOON), NOON);
  }

  @Test
  void saysNothingOfAMailBeforeTheConnectionIsProtected() throws Exception {
    try (StartTlsServer server = new StartTlsServer(tls, "250 ok")) {
      assertThatCode(() -> transport(server.port(), Optional.of(certificate)).deliver(mail(), "n"))
          .doesNotThrowAnyException();
      List<String> open =
          server.commands().stream().filter(line -> !line.startsWith("tls ")).toList();
      assertThat(open).hasSizeGreaterThan(1).allMatch(line -> line.matches("EHLO .*|STARTTLS"));
      assertThat(server.commands()).anyMatch(line -> line.startsWith("tls RCPT"));
    }
  }

  @Test
  void saysThatACertificateIsNotTrusted() throws Exception {
    try (StartTlsServer server = new StartTlsServer(tls, "250 ok")) {
      MailFailure failure = failure(server, Optional.empty());
      assertThat(failure.kind()).isEqualTo(MailFailure.Kind.CERTIFICATE_NOT_TRUSTED);
      assertThat(failure.words()).contains("certification path");
      assertThat(server.commands()).noneMatch(line -> line.contains("RCPT"));
    }
  }

  @Test
  void tellsARecipientThatIsRefusedFromOneThatIsToComeLater() throws Exception {
    try (StartTlsServer server =
        new StartTlsServer(tls, "550 5.1.1 <contact@lycee.example> unknown")) {
      MailFailure failure = failure(server, Optional.of(certificate));
      assertThat(failure.kind()).isEqualTo(MailFailure.Kind.REFUSED);
      assertThat(failure.answer()).isEqualTo("550 5.1.1");
      assertThat(failure.words()).contains("unknown").doesNotContain("@");
    }
    try (StartTlsServer server = new StartTlsServer(tls, "450 4.2.0 greylisted")) {
      MailFailure failure = failure(server, Optional.of(certificate));
      assertThat(failure.kind()).isEqualTo(MailFailure.Kind.LATER);
      assertThat(failure.answer()).isEqualTo("450 4.2.0");
    }
  }

  private static MailFailure failure(StartTlsServer server, Optional<Path> ca) throws Exception {
    MimeMessage mail = mail();
    UndeliveredException e =
        catchThrowableOfType(
            UndeliveredException.class, () -> transport(server.port(), ca).deliver(mail, "n"));
    assertThat(e).isNotNull();
    return e.failure();
  }
}
