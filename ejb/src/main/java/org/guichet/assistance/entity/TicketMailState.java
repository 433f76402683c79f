package org.guichet.assistance.entity;

import org.guichet.lifecycle.Lifecycle;

/** Where a mail about requests stands; see docs/lifecycles.md. */
public enum TicketMailState {
  /** It stands in no thread: an operator is to look at it. */
  UNFILED,
  /** It stands in the thread of a request. */
  FILED,
  /** An operator has dealt with it otherwise. */
  SETTLED;

  public static final Lifecycle<TicketMailState> LIFECYCLE =
      Lifecycle.startingAt(UNFILED).from(UNFILED, FILED, SETTLED).build();
}
