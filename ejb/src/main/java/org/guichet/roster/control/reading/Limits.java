package org.guichet.roster.control.reading;

/** How much a file of people may hold, so that a hostile one takes neither memory nor hours. */
final class Limits {
  /** Rows of one file; the largest school districts have a fifth of it. */
  static final int ROWS = 500_000;

  static final int COLUMNS = 300;

  /** Characters of one row of text. */
  static final int ROW_CHARACTERS = 200_000;

  /** Lines that one row may go over; more means that a quote was never closed. */
  static final int ROW_LINES = 40;

  private Limits() {}
}
