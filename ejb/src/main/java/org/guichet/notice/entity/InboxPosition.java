package org.guichet.notice.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** How far an inbox was read. */
@Entity
@Table(name = "inbox_position")
public class InboxPosition {
  @Id
  @Column(length = 300)
  private String inbox;

  @Column(nullable = false)
  private long validity;

  @Column(name = "last_uid", nullable = false)
  private long lastUid;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected InboxPosition() {}

  public InboxPosition(String inbox) {
    this.inbox = inbox;
  }

  /** It was read as far as this. */
  public void reach(long newValidity, long uid) {
    validity = newValidity;
    lastUid = uid;
  }

  public String inbox() {
    return inbox;
  }

  public long validity() {
    return validity;
  }

  public long lastUid() {
    return lastUid;
  }
}
