package org.guichet.canary.deposit.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.guichet.canary.Breaks;

/** A setter by another name. */
@Breaks("entities_have_no_setters")
@Entity
public class WilfulParcel {
  @Id private UUID id;
  private boolean accepted;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected WilfulParcel() {}

  public UUID id() {
    return id;
  }

  public boolean accepted() {
    return accepted;
  }

  public void forceAccepted() {
    accepted = true;
  }
}
