package org.guichet.system;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guichet.platform.entity.Sha256;

/** A real mail server on loopback that can go down and come back; what it took is remembered. */
final class MailServer implements AutoCloseable {
  /**
   * A mail as it arrived.
   *
   * @param attachments digests of what came with it
   */
  record Arrived(String id, String to, String subject, Set<String> attachments) {}

  private final int port;
  private final List<Arrived> before = new ArrayList<>();
  private GreenMail running;

  private MailServer(int port) {
    this.port = port;
    running = started(port);
  }

  static MailServer start() {
    return new MailServer(FreePorts.one());
  }

  private static GreenMail started(int port) {
    GreenMail server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    server.start();
    return server;
  }

  /** What a deployment is told to use it. */
  Map<String, String> settings() {
    return Map.of(
        "GUICHET_SMTP_HOST", "127.0.0.1",
        "GUICHET_SMTP_PORT", Integer.toString(port),
        "GUICHET_SMTP_TLS", "none");
  }

  synchronized void goDown() {
    before.addAll(now());
    running.stop();
  }

  synchronized void comeBack() {
    running = started(port);
  }

  /** All mails that ever arrived. */
  synchronized List<Arrived> arrived() {
    List<Arrived> all = new ArrayList<>(before);
    all.addAll(now());
    return all;
  }

  private List<Arrived> now() {
    List<Arrived> mails = new ArrayList<>();
    try {
      for (MimeMessage message : running.getReceivedMessages()) {
        Set<String> attachments = new HashSet<>();
        collect(message, attachments);
        mails.add(
            new Arrived(
                message.getMessageID(),
                message.getAllRecipients()[0].toString(),
                message.getSubject(),
                attachments));
      }
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException(e);
    }
    return mails;
  }

  private static void collect(Part part, Set<String> attachments)
      throws MessagingException, IOException {
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      try (InputStream in = part.getInputStream()) {
        attachments.add(Sha256.of(in.readAllBytes()).hex());
      }
    } else if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i), attachments);
      }
    }
  }

  @Override
  public void close() {
    running.stop();
  }
}
