package org.guichet.receipt.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** One mail to one reader, about all that was noted before a time. */
@Entity
@Table(name = "digest")
public class Digest {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID recipient;

  @Column(nullable = false, updatable = false)
  private Instant until;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Digest() {}

  public Digest(UUID id, UUID recipient, Instant until) {
    this.id = id;
    this.recipient = recipient;
    this.until = until;
  }

  public UUID id() {
    return id;
  }

  public UUID recipient() {
    return recipient;
  }

  public Instant until() {
    return until;
  }
}
