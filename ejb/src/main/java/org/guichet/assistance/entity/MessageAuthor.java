package org.guichet.assistance.entity;

/** Which side said something. */
public enum MessageAuthor {
  /** Whoever asked. */
  ASKER,
  /** Whoever answers. */
  DESK
}
