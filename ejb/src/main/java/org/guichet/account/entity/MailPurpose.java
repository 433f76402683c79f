package org.guichet.account.entity;

import java.time.Duration;

/** What a link in a mail is for. */
public enum MailPurpose {
  ACTIVATION(Duration.ofDays(7)),
  PASSWORD_RESET(Duration.ofHours(2)),
  EMAIL_CHANGE(Duration.ofDays(2)),
  /** An administrator proposes other names or another address; the person agrees. */
  MEMBER_CHANGE(Duration.ofDays(7));

  private final Duration time;

  MailPurpose(Duration time) {
    this.time = time;
  }

  /** For how long such a link works. */
  public Duration time() {
    return time;
  }
}
