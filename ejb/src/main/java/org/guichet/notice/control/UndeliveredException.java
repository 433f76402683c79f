package org.guichet.notice.control;

import java.io.Serial;
import java.util.regex.Pattern;
import org.guichet.notice.entity.MailFailure;

/** A mail could not be handed on now. Its message holds no address. */
public class UndeliveredException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"']+@[^\\s<>,;:\"']+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

  private final transient MailFailure failure;

  public UndeliveredException(MailFailure failure, Throwable cause) {
    super(failure.kind() + " " + failure.words(), cause);
    this.failure = failure;
  }

  /** A failure for which nobody answered by a number. */
  public UndeliveredException(MailFailure.Kind kind, Throwable cause) {
    this(new MailFailure(kind, null, reason(cause)), cause);
  }

  /** What happened, on one line, with every e-mail address taken out. */
  public static String reason(Throwable cause) {
    return withoutAddresses(cause.getClass().getSimpleName() + ": " + cause.getMessage());
  }

  /** {@code text} on one line, with every e-mail address taken out. */
  public static String withoutAddresses(String text) {
    String line = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    return ADDRESS.matcher(line).replaceAll("(address)");
  }

  public MailFailure failure() {
    return failure;
  }
}
