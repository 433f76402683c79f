package org.guichet.flux.cli;

import java.io.IOException;

/** Tells what came of files, one after the other. */
interface Report {
  void file(Checked checked) throws IOException;

  /** All files are told. */
  default void end() throws IOException {}
}
