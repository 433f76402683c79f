package org.guichet.notice.control;

import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetHeaders;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.notice.entity.MailFailure;
import org.jspecify.annotations.Nullable;

/**
 * A delivery status notification (RFC 3464): what a mail server says became of a mail that was
 * taken. It comes from anybody who can send a mail, so nothing in it is believed but what it is
 * about and what it says of that.
 *
 * @param messageId of the mail that it is about, if it says so
 * @param failure why it didn't arrive; empty when it is only late, or arrived
 */
public record DeliveryReport(Optional<String> messageId, Optional<MailFailure> failure) {
  /** Far more than any report's part holds that is read here. */
  private static final int MOST_BYTES = 256 * 1024;

  /**
   * Reads a mail.
   *
   * @return empty when it is no report
   */
  public static Optional<DeliveryReport> read(Message mail) throws MessagingException, IOException {
    if (!mail.isMimeType("multipart/report") || !isDeliveryStatus(mail)) {
      return Optional.empty();
    }
    if (!(mail.getContent() instanceof Multipart parts)) {
      return Optional.empty();
    }
    List<InternetHeaders> groups = List.of();
    String messageId = null;
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("message/delivery-status")) {
        groups = groups(part);
      } else if (part.isMimeType("message/rfc822")
          || part.isMimeType("text/rfc822-headers")
          || part.isMimeType("message/rfc822-headers")) {
        messageId = first(new InternetHeaders(beginning(part)), "Message-ID");
      }
    }
    return Optional.of(new DeliveryReport(Optional.ofNullable(messageId), failure(groups)));
  }

  private static boolean isDeliveryStatus(Part mail) throws MessagingException {
    String type = new ContentType(mail.getContentType()).getParameter("report-type");
    return type == null || type.equalsIgnoreCase("delivery-status");
  }

  /** Its groups of fields: first those of the mail, then those of each recipient. */
  private static List<InternetHeaders> groups(Part part) throws MessagingException, IOException {
    InputStream in = beginning(part);
    List<InternetHeaders> groups = new ArrayList<>();
    while (in.available() > 0) {
      groups.add(new InternetHeaders(in));
    }
    return groups;
  }

  private static Optional<MailFailure> failure(List<InternetHeaders> groups) {
    for (InternetHeaders group : groups) {
      String action = first(group, "Action");
      String status = first(group, "Status");
      boolean failed =
          action == null
              ? status != null && status.startsWith("5")
              : action.toLowerCase(Locale.ROOT).startsWith("failed");
      if (failed) {
        return Optional.of(failure(group, status));
      }
    }
    return Optional.empty();
  }

  private static MailFailure failure(InternetHeaders group, @Nullable String status) {
    String diagnostic = first(group, "Diagnostic-Code");
    String words =
        diagnostic == null ? "-" : diagnostic.substring(diagnostic.indexOf(';') + 1).strip();
    String number = status == null ? null : List.of(status.split("[\\s(]", 2)).get(0);
    return new MailFailure(
        MailFailure.Kind.BOUNCED, number, UndeliveredException.withoutAddresses(words));
  }

  private static @Nullable String first(InternetHeaders headers, String name) {
    for (Header header : Collections.list(headers.getMatchingHeaders(new String[] {name}))) {
      return header.getValue().replaceAll("[\\r\\n]+\\s*", " ").strip();
    }
    return null;
  }

  private static InputStream beginning(Part part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      return new ByteArrayInputStream(in.readNBytes(MOST_BYTES));
    }
  }
}
