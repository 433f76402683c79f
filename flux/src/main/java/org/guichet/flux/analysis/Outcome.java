package org.guichet.flux.analysis;

/** What became of a file as a whole. */
public enum Outcome {
  /** All its passages are taken. */
  ACCEPTED,
  /** Some of its passages are taken. */
  PARTIAL,
  /** None is: the file is refused as a whole, or each of its passages is. */
  REJECTED,
  /** It can't be read to its end, so nothing is taken. */
  MALFORMED
}
