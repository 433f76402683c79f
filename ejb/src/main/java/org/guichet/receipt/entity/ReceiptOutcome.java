package org.guichet.receipt.entity;

/** What a receipt says, in a word. */
public enum ReceiptOutcome {
  /** The file is taken; its passages are still to be judged. */
  RECEIVED,
  /** The file is refused as a whole. */
  REFUSED,
  /** All of its passages are taken. */
  ACCEPTED,
  /** Some of its passages are rejected. */
  PARTLY,
  /** All of its passages are rejected. */
  REJECTED,
  /** The same bytes were dropped before. */
  DUPLICATE;

  /** Whether something is to be mended. */
  public boolean ko() {
    return this == REFUSED || this == PARTLY || this == REJECTED;
  }
}
