package org.guichet.platform.entity;

import java.io.Serial;

/**
 * What was asked for is not allowed, or is not there. Thrown by boundaries, worded at the edge by
 * its code. An answer, not a fault: nothing to be logged with a stack.
 */
public class RefusedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** Why; stable names, worded in the bundles under {@code platform.refusal.}. */
  public enum Code {
    NOT_ALLOWED,
    NO_SUCH_ORGANISATION,
    NO_SUCH_KEY,
    NO_SUCH_MANDATE,
    NO_SUCH_DEPOSIT,
    NO_SUCH_UPLOAD,
    NO_SUCH_RECEIPT,
    NO_SUCH_ACCOUNT,
    NO_SUCH_SESSION,
    NO_SUCH_SERVICE,
    NO_SUCH_MAIL,
    NO_SUCH_TICKET,
    NO_SUCH_GROUP,
    NO_SUCH_INVITATION,
    NO_SUCH_IMPORT,
    NO_SUCH_PERSON
  }

  private final Code code;

  public RefusedException(Code code, String about) {
    super(code + ": " + about);
    this.code = code;
  }

  public Code code() {
    return code;
  }
}
