package org.guichet.flux.cli;

/** The call can't be followed; the message says why, in the reader's language. */
final class Unusable extends Exception {
  private static final long serialVersionUID = 1L;

  Unusable(String message) {
    super(message);
  }
}
