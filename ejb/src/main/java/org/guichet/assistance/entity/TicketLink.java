package org.guichet.assistance.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.Sha256;

/** A link that was mailed: whoever has it may follow the request, as long as that is kept. */
@Entity
@Table(name = "ticket_link")
public class TicketLink {
  @Id
  @Column(nullable = false, updatable = false, length = 64)
  private String hash;

  @Column(nullable = false, updatable = false)
  private UUID ticket;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected TicketLink() {}

  public TicketLink(Sha256 hash, UUID ticket, Instant now) {
    this.hash = hash.hex();
    this.ticket = ticket;
    this.createdAt = now;
  }

  public Sha256 hash() {
    return new Sha256(hash);
  }

  public UUID ticket() {
    return ticket;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
