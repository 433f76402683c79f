package org.guichet.cli;

import java.io.Serial;

/** A command could not do what it was asked; the message says what happened and what to do. */
public class FailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final int exitCode;

  public FailedException(int exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public int exitCode() {
    return exitCode;
  }
}
