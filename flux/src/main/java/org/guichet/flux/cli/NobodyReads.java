package org.guichet.flux.cli;

import java.io.IOException;
import java.util.Objects;
import java.util.stream.Stream;

/** The report can't be written on: a pipe was closed behind it, as {@code head} does. */
final class NobodyReads extends IOException {
  private static final long serialVersionUID = 1L;

  NobodyReads(IOException cause) {
    super(cause);
  }

  /** Whether it is behind a failure: writers of XML wrap what they meet. */
  static boolean isCauseOf(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .anyMatch(NobodyReads.class::isInstance);
  }
}
