package org.guichet.notice.control;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Tells what a robot wrote (holiday notes, lists, mail servers) from what a person did, by the
 * headers that robots set: RFC 3834, and what was usual before it.
 */
public final class AutomaticMail {
  private static final Set<String> PRECEDENCES = Set.of("bulk", "junk", "list", "auto_reply");
  private static final List<String> MARKS =
      List.of(
          "List-Id",
          "List-Unsubscribe",
          "X-Autoreply",
          "X-Autorespond",
          "X-Autorespond-Subject",
          "X-Loop",
          "Feedback-ID");
  private static final Set<String> ROBOTS =
      Set.of(
          "mailer-daemon", "postmaster", "noreply", "no-reply", "ne-pas-repondre", "nepasrepondre");

  private AutomaticMail() {}

  public static boolean is(Message mail) throws MessagingException {
    String submitted = first(mail, "Auto-Submitted");
    if (!submitted.isEmpty() && !submitted.equals("no")) {
      return true;
    }
    if (PRECEDENCES.contains(first(mail, "Precedence"))
        || first(mail, "Return-Path").equals("<>")) {
      return true;
    }
    for (String mark : MARKS) {
      if (mail.getHeader(mark) != null) {
        return true;
      }
    }
    return mail.isMimeType("multipart/report")
        || MailReader.sender(mail).map(AutomaticMail::mailbox).filter(ROBOTS::contains).isPresent();
  }

  private static String mailbox(String address) {
    return address.substring(0, address.lastIndexOf('@')).toLowerCase(Locale.ROOT);
  }

  /** The first value, without what follows a semicolon; empty for none. */
  private static String first(Message mail, String name) throws MessagingException {
    String[] values = mail.getHeader(name);
    return values == null
        ? ""
        : List.of(values[0].split(";", 2)).get(0).strip().toLowerCase(Locale.ROOT);
  }
}
