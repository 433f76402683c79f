package org.guichet.flux.cli;

import java.io.IOException;

/** The report can't be written on: a pipe was closed behind it, as {@code head} does. */
final class NobodyReads extends IOException {
  private static final long serialVersionUID = 1L;

  NobodyReads(IOException cause) {
    super(cause);
  }
}
