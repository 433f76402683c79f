package org.guichet.canary.deposit.entity;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import java.util.UUID;

/** A well-behaved entity, woven, for others to misuse: no rule may condemn it. */
@Entity
public class Parcel {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY)
  private Parcel earlier;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Parcel() {}

  public UUID id() {
    return id;
  }

  public Parcel earlier() {
    return earlier;
  }
}
