package org.guichet.notice.entity;

import org.guichet.lifecycle.Lifecycle;

/** Where a notice stands; see docs/lifecycles.md. */
public enum NoticeStatus {
  /** To be sent, now or when its next try is due. */
  WAITING,
  /** Accepted by the mail server, or written to the mail folder. */
  SENT,
  /** Tried for three days in vain. */
  GIVEN_UP;

  public static final Lifecycle<NoticeStatus> LIFECYCLE =
      Lifecycle.startingAt(WAITING).from(WAITING, SENT, GIVEN_UP).build();
}
