package org.guichet.notice.control;

import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a mail says, as plain text: of the forms that a part comes in the plain one, else the HTML
 * one. Nothing else is read, and of that only so much.
 */
final class MailBody {
  /** So much a person writes, quotes included. */
  static final int MOST_BYTES = 256 * 1024;

  private static final Logger log = LoggerFactory.getLogger(MailBody.class);
  private static final int DEEPEST = 8;
  private static final int MOST_PARTS = 60;
  private static final int MOST_NAMED = 20;
  private static final int NAME_AT_MOST = 100;
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

  private final StringBuilder text = new StringBuilder();
  private final List<String> attachments = new ArrayList<>();
  private boolean whole = true;
  private int parts;

  private MailBody() {}

  /** Reads it; what can't be read is left out, and told by {@link #whole}. */
  static MailBody of(Message mail) {
    MailBody body = new MailBody();
    body.readOrLeave(mail, 0);
    return body;
  }

  String text() {
    return text.toString().strip();
  }

  /** Names of what came with it; one without a name is called by its type. */
  List<String> attachments() {
    return List.copyOf(attachments);
  }

  boolean whole() {
    return whole;
  }

  private void readOrLeave(Part part, int depth) {
    parts++;
    if (depth > DEEPEST || parts > MOST_PARTS) {
      whole = false;
      return;
    }
    try {
      read(part, depth);
    } catch (MessagingException | IOException | RuntimeException e) {
      // Whatever a stranger's mail made of it: the rest is worth reading.
      whole = false;
      log.debug("NOT-126 part of a mail not read", e);
    }
  }

  private void read(Part part, int depth) throws MessagingException, IOException {
    if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart multipart) {
      readParts(multipart, part.isMimeType("multipart/alternative"), depth);
    } else if (attached(part)) {
      attach(part);
    } else if (part.isMimeType("text/plain")) {
      add(content(part));
    } else if (part.isMimeType("text/html")) {
      add(HtmlText.of(content(part)));
    } else if (part.getHeader("Content-ID") == null) {
      attach(part); // with one, it is a picture that the text shows
    }
  }

  private void readParts(Multipart multipart, boolean alternative, int depth)
      throws MessagingException {
    BodyPart chosen = alternative ? plainest(multipart) : null;
    for (int i = 0; i < multipart.getCount(); i++) {
      if (chosen == null || chosen == multipart.getBodyPart(i)) {
        readOrLeave(multipart.getBodyPart(i), depth + 1);
      }
    }
  }

  /** The plain text, or else the last that isn't an invitation to a calendar. */
  private static @Nullable BodyPart plainest(Multipart forms) throws MessagingException {
    BodyPart best = null;
    for (int i = 0; i < forms.getCount(); i++) {
      BodyPart form = forms.getBodyPart(i);
      if (form.isMimeType("text/plain")) {
        return form;
      }
      if (!form.isMimeType("text/calendar")) {
        best = form;
      }
    }
    return best;
  }

  private static boolean attached(Part part) throws MessagingException {
    return Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())
        || (part.getFileName() != null && part.getHeader("Content-ID") == null);
  }

  private void attach(Part part) throws MessagingException {
    if (attachments.size() < MOST_NAMED) {
      String name = part.getFileName();
      String line =
          UNPRINTABLE
              .matcher(name == null ? new ContentType(part.getContentType()).getBaseType() : name)
              .replaceAll(" ")
              .strip();
      attachments.add(line.length() > NAME_AT_MOST ? line.substring(0, NAME_AT_MOST) : line);
    }
  }

  private void add(String more) {
    text.append(text.isEmpty() ? "" : "\n\n").append(more.strip());
  }

  private String content(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      whole &= in.read() < 0;
      return new String(bytes, charset(part));
    }
  }

  private static Charset charset(Part part) throws MessagingException {
    String named = new ContentType(part.getContentType()).getParameter("charset");
    try {
      return named == null
          ? StandardCharsets.UTF_8
          : Charset.forName(MimeUtility.javaCharset(named));
    } catch (IllegalArgumentException e) {
      return StandardCharsets.ISO_8859_1; // keeps every byte apart
    }
  }
}
