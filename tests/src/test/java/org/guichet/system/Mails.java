package org.guichet.system;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;
import org.guichet.platform.entity.Sha256;

/** The mails that a server without a mail server writes as files. */
final class Mails {
  private Mails() {}

  /**
   * A mail as its reader sees it.
   *
   * @param id its Message-ID
   * @param attachment the digest of what comes with it
   */
  record Mail(
      String id,
      String to,
      String subject,
      String language,
      String text,
      Optional<Sha256> attachment) {}

  /** All mails to that organisation, oldest first. */
  static List<Mail> to(Member member) {
    return to(member.server(), member.email());
  }

  /** All mails to that address, oldest first. */
  static List<Mail> to(RunningServer server, String address) {
    Path folder = server.data().resolve("mail");
    if (Files.notExists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(Mails::read)
          .filter(mail -> mail.to().equals(address))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mail read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MimeMessage message = new MimeMessage(Session.getInstance(new Properties()), in);
      Multipart parts = (Multipart) message.getContent();
      Optional<Sha256> attachment = Optional.empty();
      if (parts.getBodyPart(0).getContent() instanceof Multipart alternative) {
        BodyPart last = parts.getBodyPart(parts.getCount() - 1);
        attachment = Optional.of(Sha256.of(last.getInputStream().readAllBytes()));
        parts = alternative;
      }
      String text = parts.getBodyPart(0).getContent().toString();
      return new Mail(
          message.getMessageID(),
          message.getRecipients(Message.RecipientType.TO)[0].toString(),
          message.getSubject(),
          message.getHeader("Content-Language", ","),
          text,
          attachment);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException(file.toString(), e);
    }
  }
}
