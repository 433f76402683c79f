package org.guichet.deposit.entity;

/** What became of something that was dropped, as a list of it tells. */
public enum DepositStanding {
  RECEIVED,
  CHECKING,
  ACCEPTED,
  PARTLY_ACCEPTED,
  REJECTED,
  FAILED,
  WITHDRAWN,
  /** The same bytes as a deposit that stands: answered by its receipts. */
  DUPLICATE,
  /** It hasn't come whole, or waits for its last name: no deposit yet. */
  INCOMPLETE
}
