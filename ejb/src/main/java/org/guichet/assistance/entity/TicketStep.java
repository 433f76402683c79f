package org.guichet.assistance.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A request was put in a status: when, and by whom. Never changed, never removed. */
@Entity
@Table(name = "ticket_step")
public class TicketStep {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "ticket", nullable = false, updatable = false)
  @SuppressWarnings("UnusedVariable") // holds the foreign key
  private Ticket ticket;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private TicketStatus status;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Column(nullable = false, updatable = false, length = 100)
  private String caller;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected TicketStep() {}

  TicketStep(UUID id, Ticket ticket, TicketStatus status, String caller, Instant at) {
    this.id = id;
    this.ticket = ticket;
    this.status = status;
    this.caller = caller;
    this.at = at;
  }

  public TicketStatus status() {
    return status;
  }

  public Instant at() {
    return at;
  }

  /** Label of whoever did it, without personal data. */
  public String caller() {
    return caller;
  }
}
