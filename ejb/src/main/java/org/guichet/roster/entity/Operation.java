package org.guichet.roster.entity;

/** What an import does with a row, or with somebody who has none. */
public enum Operation {
  CREATE,
  CHANGE,
  UNCHANGED,
  /** Goes into the person of an earlier row, with its children. */
  MERGE,
  /** Is in no file, and is pre-deleted. */
  LEAVE,
  /** Can't be imported as it is. */
  ERROR,
  /** Somebody said that the row is not to be imported. */
  LEFT_OUT
}
