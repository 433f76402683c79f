package org.guichet.flux.cli;

/** How the checker tells what came of files. */
enum Format {
  /** For people. */
  TEXT,
  /** One object a line and file. */
  JSON,
  /** The rich report. */
  XML,
  /** The rich report's findings as a table. */
  CSV,
  /** The processing receipt in the shape that certifiers' programs read. */
  RAPPORT
}
