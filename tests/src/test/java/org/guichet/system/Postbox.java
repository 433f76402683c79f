package org.guichet.system;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Map;
import java.util.Properties;

/** The inbox of a running server: a real IMAP server on loopback that people write to. */
final class Postbox implements AutoCloseable {
  private static final String ADDRESS = "guichet@localhost";
  private static final String PASSWORD = "s3cret";

  private final GreenMail server;
  private final GreenMailUser user;

  private Postbox(GreenMail server, GreenMailUser user) {
    this.server = server;
    this.user = user;
  }

  static Postbox open() {
    GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    return new Postbox(server, server.setUser(ADDRESS, "guichet", PASSWORD));
  }

  /** What a deployment is told to read it. */
  Map<String, String> settings() {
    return Map.of(
        "GUICHET_IMAP_HOST", "127.0.0.1",
        "GUICHET_IMAP_PORT", Integer.toString(server.getImap().getPort()),
        "GUICHET_IMAP_USER", "guichet",
        "GUICHET_IMAP_PASSWORD", PASSWORD,
        "GUICHET_IMAP_TLS", "none");
  }

  /**
   * Somebody answers a mail.
   *
   * @param answered its Message-ID; empty for a mail that answers none
   */
  void write(String from, String answered, String subject, String text) {
    try {
      MimeMessage mail = new MimeMessage(Session.getInstance(new Properties()));
      mail.setFrom(new InternetAddress(from));
      mail.setRecipient(Message.RecipientType.TO, new InternetAddress(ADDRESS));
      mail.setSubject(subject, "UTF-8");
      mail.setText(text, "UTF-8");
      if (!answered.isEmpty()) {
        mail.setHeader("In-Reply-To", answered);
      }
      mail.saveChanges();
      user.deliver(mail);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop();
  }
}
