package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.guichet.platform.entity.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real IMAP server behind TLS and STARTTLS: nothing that is secret is said openly. */
class ImapTlsTest {
  @TempDir static Path folder;
  private static TestCertificate certificate;

  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));

  @BeforeAll
  static void makeACertificate() throws Exception {
    certificate = TestCertificate.in(folder);
  }

  @BeforeEach
  void deliverAMail() throws Exception {
    server.start();
    server
        .setUser("aide@guichet.example", "aide", "s3cret")
        .deliver(
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(
                    "Subject: Bonjour\r\n\r\nBonjour".getBytes(StandardCharsets.UTF_8))));
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  private ImapFront front(ImapFront.How how) throws Exception {
    return new ImapFront(certificate.context(), how, server.getImap().getPort());
  }

  private static List<String> subjects(ImapFront front, Settings.SmtpTls tls, Optional<Path> ca)
      throws MessagingException {
    List<String> subjects = new ArrayList<>();
    new ImapInbox(
            new Settings.Inbox(
                "127.0.0.1", front.port(), "aide", new Settings.Secret("s3cret"), tls, "INBOX"),
            ca)
        .readAfter(new Inbox.Position(0, 0), mail -> subjects.add(mail.getSubject()));
    return subjects;
  }

  @Test
  void readsOverTls() throws Exception {
    try (ImapFront front = front(ImapFront.How.AT_ONCE)) {
      assertThat(subjects(front, Settings.SmtpTls.TLS, Optional.of(certificate.pem())))
          .containsExactly("Bonjour");
    }
  }

  @Test
  void readsOverStartTlsAndSaysNothingOpenlyButThat() throws Exception {
    try (ImapFront front = front(ImapFront.How.AFTER_STARTTLS)) {
      assertThat(subjects(front, Settings.SmtpTls.STARTTLS, Optional.of(certificate.pem())))
          .containsExactly("Bonjour");
      assertThat(front.open())
          .contains("STARTTLS")
          .allMatch(List.of("CAPABILITY", "STARTTLS")::contains);
    }
  }

  @Test
  void tellsNoPasswordToAServerThatOffersNoProtection() throws Exception {
    try (ImapFront front = front(ImapFront.How.NOT_AT_ALL)) {
      assertThatThrownBy(
              () -> subjects(front, Settings.SmtpTls.STARTTLS, Optional.of(certificate.pem())))
          .isInstanceOf(MessagingException.class);
      assertThat(front.open()).noneMatch(command -> command.contains("s3cret"));
      assertThat(front.open()).noneMatch(command -> command.startsWith("LOGIN"));
    }
  }

  @Test
  void readsNothingFromAServerThatNobodyVouchesFor() throws Exception {
    for (Settings.SmtpTls tls : List.of(Settings.SmtpTls.TLS, Settings.SmtpTls.STARTTLS)) {
      ImapFront.How how =
          tls == Settings.SmtpTls.TLS ? ImapFront.How.AT_ONCE : ImapFront.How.AFTER_STARTTLS;
      try (ImapFront front = front(how)) {
        assertThatThrownBy(() -> subjects(front, tls, Optional.empty()))
            .isInstanceOf(MessagingException.class);
        assertThat(front.open()).noneMatch(command -> command.contains("s3cret"));
      }
    }
  }
}
