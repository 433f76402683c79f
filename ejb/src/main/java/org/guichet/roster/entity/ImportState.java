package org.guichet.roster.entity;

import org.guichet.lifecycle.Lifecycle;

/** Where an import of people stands; see docs/lifecycles.md. */
public enum ImportState {
  /** Files, options, columns and classes are being chosen. */
  PREPARING,
  /** What it would do is being worked out. */
  PLANNING,
  /** What it would do stands to be read. */
  PLANNED,
  /** It is being done, in one transaction. */
  APPLYING,
  /** It was done. */
  APPLIED,
  /** It is being undone. */
  UNDOING,
  /** What it did was undone, but for what was changed since. */
  UNDONE,
  /** Somebody gave it up; nothing was done. */
  CANCELLED;

  public static final Lifecycle<ImportState> LIFECYCLE =
      Lifecycle.startingAt(PREPARING)
          .from(PREPARING, PLANNING, CANCELLED)
          .from(PLANNING, PREPARING, PLANNED, CANCELLED)
          .from(PLANNED, PREPARING, PLANNING, APPLYING, CANCELLED)
          .from(APPLYING, PLANNED, PLANNING, APPLIED)
          .from(APPLIED, UNDOING)
          .from(UNDOING, APPLIED, UNDONE)
          .build();

  /** Whether a worker has something to do. */
  public boolean isWork() {
    return this == PLANNING || this == APPLYING || this == UNDOING;
  }

  /** Whether its files and answers may still be changed. */
  public boolean isDraft() {
    return this == PREPARING || this == PLANNING || this == PLANNED;
  }
}
