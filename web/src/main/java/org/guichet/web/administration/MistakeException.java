package org.guichet.web.administration;

import java.io.Serial;
import java.util.List;

/**
 * What came in can't be understood. Worded in the bundle under {@code administration.mistake.} and
 * its code.
 */
class MistakeException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final String code;
  private final transient List<String> arguments;

  MistakeException(String code, String... arguments) {
    super(code);
    this.code = code;
    this.arguments = List.of(arguments);
  }

  MistakeException(String code, Throwable cause) {
    super(code, cause);
    this.code = code;
    this.arguments = List.of();
  }

  String code() {
    return code;
  }

  Object[] arguments() {
    return arguments.toArray();
  }
}
