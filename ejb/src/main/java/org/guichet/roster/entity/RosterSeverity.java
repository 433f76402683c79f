package org.guichet.roster.entity;

/** What a finding of an import stands in the way of. */
public enum RosterSeverity {
  /** The file can't be imported as it is. */
  FILE,
  /** The row can't be imported as it is; others can. */
  ROW,
  /** Nothing; somebody should look at it. */
  WARNING,
  /** Nothing; said so that nobody wonders. */
  NOTE
}
