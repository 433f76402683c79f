package org.guichet.notice.control;

import java.io.Serial;
import java.util.regex.Pattern;

/** A mail could not be handed on now. Its message holds no address. */
public class UndeliveredException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>,;:\"']+@[^\\s<>,;:\"']+");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

  private final String why;
  private final boolean outOfReach;

  /**
   * Names why.
   *
   * @param outOfReach whether any other mail would fail as well now
   */
  public UndeliveredException(Throwable cause, boolean outOfReach) {
    super(reason(cause), cause);
    this.why = reason(cause);
    this.outOfReach = outOfReach;
  }

  /** What happened, on one line, with every e-mail address taken out. */
  public static String reason(Throwable cause) {
    String text = cause.getClass().getSimpleName() + ": " + cause.getMessage();
    String line = UNPRINTABLE.matcher(text).replaceAll(" ");
    return ADDRESS.matcher(line).replaceAll("(address)");
  }

  /** Why, without any address. */
  public String why() {
    return why;
  }

  /** Whether any other mail would fail as well now. */
  public boolean outOfReach() {
    return outOfReach;
  }
}
