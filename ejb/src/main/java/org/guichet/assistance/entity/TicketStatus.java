package org.guichet.assistance.entity;

import org.guichet.lifecycle.Lifecycle;

/** Where a request for assistance stands; see docs/lifecycles.md. */
public enum TicketStatus {
  /** It waits for an answer. */
  OPEN,
  /** It was answered, and waits for whoever asked. */
  ANSWERED,
  /** What was asked for was given. */
  ACCEPTED,
  /** What was asked for was refused, with a reason. */
  REFUSED,
  /** Nothing more is to be done, as either side said. */
  CLOSED;

  public static final Lifecycle<TicketStatus> LIFECYCLE =
      Lifecycle.startingAt(OPEN)
          .from(OPEN, ANSWERED, ACCEPTED, REFUSED, CLOSED)
          .from(ANSWERED, OPEN, ACCEPTED, REFUSED, CLOSED)
          .build();

  /** Whether the thread goes on. */
  public boolean goesOn() {
    return this == OPEN || this == ANSWERED;
  }
}
