package org.guichet.account.control;

import java.io.Serial;

/** The provider couldn't tell who somebody is. Its message is for the log and holds no secret. */
public class ProviderException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /** Whose fault it is. */
  public enum Kind {
    /** It doesn't answer, or answers that it can't: later perhaps. */
    UNREACHABLE,
    /** What it says doesn't hold. */
    UNPROVEN
  }

  private final Kind kind;

  public ProviderException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public ProviderException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
