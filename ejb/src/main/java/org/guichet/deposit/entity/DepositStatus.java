package org.guichet.deposit.entity;

import org.guichet.lifecycle.Lifecycle;

/** Where a deposit stands; see docs/lifecycles.md, which a test keeps equal to the table below. */
public enum DepositStatus {
  /** Kept; waits in its organisation's line, also between two tries. */
  RECEIVED,
  /** Being read by some server. */
  CHECKING,
  /** All its passages are taken. */
  ACCEPTED,
  /** Some of its passages are taken. */
  PARTLY_ACCEPTED,
  /** Refused as a whole, or none of its passages is taken. */
  REJECTED,
  /** Given up after repeated technical failures; an operator tries again or gives up. */
  FAILED,
  /** All that was taken of it was taken back since. */
  WITHDRAWN;

  public static final Lifecycle<DepositStatus> LIFECYCLE =
      Lifecycle.startingAt(RECEIVED)
          .from(RECEIVED, CHECKING)
          .from(CHECKING, RECEIVED, ACCEPTED, PARTLY_ACCEPTED, REJECTED, FAILED)
          .from(FAILED, RECEIVED)
          .from(ACCEPTED, WITHDRAWN)
          .from(PARTLY_ACCEPTED, WITHDRAWN)
          .build();

  /** Whether a verdict has been given. */
  public boolean decided() {
    return this != RECEIVED && this != CHECKING && this != FAILED;
  }
}
