package org.guichet.deposit.entity;

import org.guichet.lifecycle.Lifecycle;

/** Where a file that isn't a deposit yet stands; see docs/lifecycles.md. */
public enum UploadState {
  /** A session is writing it. */
  OPEN,
  /** Its client closed it under a name that doesn't count yet. */
  WAITING,
  /** Its session ended in the middle. */
  BROKEN;

  public static final Lifecycle<UploadState> LIFECYCLE =
      Lifecycle.startingAt(OPEN)
          .from(OPEN, WAITING, BROKEN)
          .from(WAITING, OPEN)
          .from(BROKEN, OPEN)
          .build();
}
