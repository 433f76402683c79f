package org.guichet.canary.deposit.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.guichet.canary.Breaks;

/** Anybody may put it into any state. */
@Breaks("entities_have_no_setters")
@Entity
public class PliantParcel {
  @Id private UUID id;
  private boolean accepted;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PliantParcel() {}

  public UUID id() {
    return id;
  }

  public boolean accepted() {
    return accepted;
  }

  public void setAccepted(boolean accepted) {
    this.accepted = accepted;
  }
}
