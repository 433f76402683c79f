package org.guichet.notice.control;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.MailFailure.Kind;
import org.jspecify.annotations.Nullable;

/** Reads from the mail library's exceptions what the mail server answered (RFC 5321, 4.2). */
final class SmtpAnswers {
  private static final Pattern ENHANCED = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}");
  private static final int SHUTTING_DOWN = 421;
  private static final int TOO_LARGE = 552;
  private static final int PERMANENT = 500;

  private SmtpAnswers() {}

  /** Why no connection was made over which mails could be sent. */
  static UndeliveredException connecting(MessagingException e, boolean startTlsWanted) {
    if (e instanceof AuthenticationFailedException) {
      String words = String.valueOf(e.getMessage());
      return failed(Kind.SIGN_IN_REFUSED, answer(words), words, e);
    }
    Optional<SSLException> tls = first(e, SSLException.class);
    if (tls.isPresent()) {
      Throwable root = tls.get();
      while (root.getCause() != null) {
        root = root.getCause();
      }
      return failed(Kind.CERTIFICATE_NOT_TRUSTED, null, String.valueOf(root.getMessage()), e);
    }
    if (startTlsWanted && String.valueOf(e.getMessage()).contains("STARTTLS")) {
      return new UndeliveredException(Kind.NOT_PROTECTED, e);
    }
    return new UndeliveredException(Kind.OUT_OF_REACH, e);
  }

  /** Why a mail was not taken over a connection that was made. */
  static UndeliveredException sending(MessagingException e) {
    Optional<SMTPSenderFailedException> sender = first(e, SMTPSenderFailedException.class);
    if (sender.isPresent()) {
      return answered(Kind.SENDER_REFUSED, sender.get().getReturnCode(), sender.get());
    }
    Optional<SMTPAddressFailedException> address = first(e, SMTPAddressFailedException.class);
    if (address.isPresent()) {
      int code = address.get().getReturnCode();
      return answered(code >= PERMANENT ? Kind.REFUSED : later(code), code, address.get());
    }
    Optional<SMTPSendFailedException> send = first(e, SMTPSendFailedException.class);
    if (send.isPresent() && send.get().getReturnCode() > 0) {
      SMTPSendFailedException refused = send.get();
      return answered(kind(refused), refused.getReturnCode(), refused);
    }
    return new UndeliveredException(Kind.BROKEN_OFF, e);
  }

  private static Kind kind(SMTPSendFailedException refused) {
    int code = refused.getReturnCode();
    if (code < PERMANENT) {
      return later(code);
    }
    boolean bySender = String.valueOf(refused.getCommand()).startsWith("MAIL");
    return bySender && code != TOO_LARGE ? Kind.SENDER_REFUSED : Kind.REFUSED;
  }

  private static Kind later(int code) {
    return code == SHUTTING_DOWN ? Kind.OUT_OF_REACH : Kind.LATER;
  }

  private static UndeliveredException answered(Kind kind, int code, MessagingException e) {
    String words = String.valueOf(e.getMessage()).strip();
    String answer = answer(words);
    return failed(kind, answer == null ? Integer.toString(code) : answer, words, e);
  }

  private static UndeliveredException failed(
      Kind kind, @Nullable String answer, String words, MessagingException e) {
    return new UndeliveredException(
        new MailFailure(kind, answer, UndeliveredException.withoutAddresses(words)), e);
  }

  /** The numbers that an answer begins with: {@code 550 5.1.1}, {@code 550}; null without. */
  private static @Nullable String answer(String words) {
    List<String> first = List.of(words.split("[\\s-]+", 3));
    if (first.get(0).length() != 3 || !first.get(0).chars().allMatch(Character::isDigit)) {
      return null;
    }
    return first.size() > 1 && ENHANCED.matcher(first.get(1)).matches()
        ? first.get(0) + " " + first.get(1)
        : first.get(0);
  }

  /** The first of its sort among an exception, its causes and those that came after it. */
  private static <T extends Throwable> Optional<T> first(Throwable e, Class<T> sort) {
    List<Throwable> open = new ArrayList<>(List.of(e));
    List<Throwable> seen = new ArrayList<>();
    while (!open.isEmpty()) {
      Throwable one = open.remove(0);
      if (sort.isInstance(one)) {
        return Optional.of(sort.cast(one));
      }
      seen.add(one);
      add(one.getCause(), open, seen);
      if (one instanceof MessagingException mail) {
        add(mail.getNextException(), open, seen);
      }
    }
    return Optional.empty();
  }

  private static void add(@Nullable Throwable e, List<Throwable> open, List<Throwable> seen) {
    if (e != null && !seen.contains(e)) {
      open.add(e);
    }
  }
}
