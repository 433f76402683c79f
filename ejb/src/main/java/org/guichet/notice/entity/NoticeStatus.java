package org.guichet.notice.entity;

import org.guichet.lifecycle.Lifecycle;

/** Where a notice stands; see docs/lifecycles.md. */
public enum NoticeStatus {
  /** To be sent, now or when its next try is due. */
  WAITING,
  /** Accepted by the mail server, or written to the mail folder. */
  SENT,
  /** The mail server won't have it; an operator may send it again. */
  REFUSED,
  /** Accepted by the mail server, and came back; an operator may send it again. */
  BOUNCED,
  /** Tried for three days in vain; an operator may send it again. */
  GIVEN_UP;

  public static final Lifecycle<NoticeStatus> LIFECYCLE =
      Lifecycle.startingAt(WAITING)
          .from(WAITING, SENT, REFUSED, GIVEN_UP)
          .from(SENT, BOUNCED)
          .from(REFUSED, WAITING)
          .from(BOUNCED, WAITING)
          .from(GIVEN_UP, WAITING)
          .build();

  /** Whether it didn't arrive, as far as is known, and nobody tries any more. */
  public boolean failed() {
    return this == REFUSED || this == BOUNCED || this == GIVEN_UP;
  }
}
