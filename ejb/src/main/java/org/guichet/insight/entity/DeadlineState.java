package org.guichet.insight.entity;

/** How near the last day is on which a passage can be declared in time. */
public enum DeadlineState {
  /** It is over. */
  LATE,
  /** It comes within the days that organisations are reminded in. */
  SOON,
  LATER
}
