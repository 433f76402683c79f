package org.guichet.flux.report;

/** Shares as reports write them. */
final class Shares {
  private Shares() {}

  /** A part of a whole, from 0 to 1; 0 of nothing. */
  static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
