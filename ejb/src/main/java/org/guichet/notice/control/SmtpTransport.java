package org.guichet.notice.control;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.guichet.notice.entity.MailFailure;
import org.guichet.platform.entity.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands mails to a mail server, one connection a mail. What the settings want protected is never
 * sent unprotected: where STARTTLS is set and the server offers none, nothing is sent.
 */
public final class SmtpTransport implements MailTransport {
  private static final String CONNECT_MILLIS = "20000";
  private static final String SILENCE_MILLIS = "60000";

  private static final Logger log = LoggerFactory.getLogger(SmtpTransport.class);

  private final Settings.Smtp smtp;
  private final Session session;

  /**
   * Sends to this mail server.
   *
   * @param ca PEM file of authorities that are trusted beside Java's own
   */
  public SmtpTransport(Settings.Smtp smtp, Optional<Path> ca) {
    this.smtp = smtp;
    Properties properties = properties(smtp);
    MailTrust.add(properties, "smtp", ca);
    this.session = Session.getInstance(properties);
  }

  private static Properties properties(Settings.Smtp smtp) {
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty("mail.smtp.host", smtp.host());
    properties.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
    properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
    properties.setProperty("mail.smtp.timeout", SILENCE_MILLIS);
    properties.setProperty("mail.smtp.writetimeout", SILENCE_MILLIS);
    properties.setProperty("mail.smtp.auth", Boolean.toString(smtp.user().isPresent()));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    // Where the server can report: of failures only, and without sending the receipt back.
    properties.setProperty("mail.smtp.dsn.notify", "FAILURE");
    properties.setProperty("mail.smtp.dsn.ret", "HDRS");
    boolean startTls = smtp.tls() == Settings.SmtpTls.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    boolean tls = smtp.tls() == Settings.SmtpTls.TLS;
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(tls));
    return properties;
  }

  @Override
  public void deliver(MimeMessage message, String name) throws UndeliveredException {
    boolean accepted = false;
    try (Transport transport = session.getTransport()) {
      connect(transport);
      send(transport, message);
      accepted = true;
    } catch (MessagingException e) {
      if (!accepted) {
        throw new UndeliveredException(MailFailure.Kind.OUT_OF_REACH, e);
      }
      log.debug("NOT-113 mail server hung up after it took a mail", e);
    }
  }

  private void connect(Transport transport) throws UndeliveredException {
    try {
      transport.connect(smtp.host(), smtp.port(), user(), password());
    } catch (MessagingException e) {
      throw SmtpAnswers.connecting(e, smtp.tls() == Settings.SmtpTls.STARTTLS);
    }
  }

  private static void send(Transport transport, MimeMessage message) throws UndeliveredException {
    try {
      message.saveChanges();
      transport.sendMessage(message, message.getAllRecipients());
    } catch (MessagingException e) {
      throw SmtpAnswers.sending(e);
    }
  }

  private @Nullable String user() {
    return smtp.user().orElse(null);
  }

  private @Nullable String password() {
    return smtp.password().map(Settings.Secret::value).orElse(null);
  }
}
