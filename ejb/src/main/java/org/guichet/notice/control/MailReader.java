package org.guichet.notice.control;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.guichet.notice.entity.ReceivedMail;
import org.guichet.platform.entity.Sha256;

/** Reads a mail that somebody wrote: from whom, in answer to what, and what it says. */
public final class MailReader {
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{3,250}>");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final int REFERENCES_AT_MOST = 50;
  private static final int SUBJECT_AT_MOST = 250;
  private static final int ADDRESS_AT_MOST = 254;

  private MailReader() {}

  /** Knows what we sent to whom. */
  @FunctionalInterface
  public interface SentMails {
    /** The thread of the first of these mails that went to this address. */
    Optional<UUID> threadOf(String address, List<UUID> notices);
  }

  public static ReceivedMail read(Message mail, MailAddresses addresses, SentMails sent)
      throws MessagingException {
    String sender = sender(mail).orElse("");
    List<String> answered = answered(mail);
    List<UUID> ours = answered.stream().flatMap(id -> addresses.byMessageId(id).stream()).toList();
    MailBody body = MailBody.of(mail);
    String id = header(mail, "Message-ID");
    String same = id.isEmpty() ? header(mail, "Date") + '\n' + body.text() : id;
    return new ReceivedMail(
        Sha256.of((sender + '\n' + same).getBytes(StandardCharsets.UTF_8)),
        sender,
        subject(mail),
        body.text(),
        body.attachments(),
        body.whole(),
        !ours.isEmpty(),
        addressed(mail, addresses),
        sender.isEmpty() ? Optional.empty() : sent.threadOf(sender, ours));
  }

  /** The one address that it says it comes from; empty when it names none, several or nonsense. */
  public static Optional<String> sender(Message mail) {
    try {
      Address[] from = mail.getFrom();
      return from != null && from.length == 1 && from[0] instanceof InternetAddress one
          ? Optional.ofNullable(one.getAddress())
              .filter(text -> text.indexOf('@') > 0 && text.length() <= ADDRESS_AT_MOST)
          : Optional.empty();
    } catch (MessagingException e) {
      return Optional.empty();
    }
  }

  /** Message-IDs of what it answers, the direct one first. */
  private static List<String> answered(Message mail) throws MessagingException {
    Set<String> ids = new LinkedHashSet<>(ids(header(mail, "In-Reply-To")));
    List<String> references = new ArrayList<>(ids(header(mail, "References")));
    Collections.reverse(references);
    ids.addAll(references);
    return ids.stream().limit(REFERENCES_AT_MOST).toList();
  }

  private static List<String> ids(String header) {
    return MESSAGE_ID.matcher(header).results().map(match -> match.group()).toList();
  }

  private static boolean addressed(Message mail, MailAddresses addresses) {
    try {
      Address[] to = mail.getAllRecipients();
      for (Address address : to == null ? new Address[0] : to) {
        if (address instanceof InternetAddress internet && addresses.ours(internet.getAddress())) {
          return true;
        }
      }
      return false;
    } catch (MessagingException e) {
      return false;
    }
  }

  private static String subject(Message mail) throws MessagingException {
    String subject = mail.getSubject();
    String line = UNPRINTABLE.matcher(subject == null ? "" : subject).replaceAll(" ").strip();
    return line.length() > SUBJECT_AT_MOST ? line.substring(0, SUBJECT_AT_MOST) : line;
  }

  private static String header(Message mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null ? "" : String.join(" ", values);
  }
}
