package org.guichet.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A certifier's contract with the authority. Its number stands in every file of the certifier, and
 * is one organisation's in the whole deployment.
 */
@Entity
@Table(name = "contract")
public class Contract {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "organisation", nullable = false, updatable = false)
  @SuppressWarnings("UnusedVariable") // holds the foreign key
  private Organisation organisation;

  @Column(nullable = false, updatable = false, length = 20)
  private String number;

  @Column(name = "valid_from")
  private @Nullable LocalDate validFrom;

  @Column(name = "valid_until")
  private @Nullable LocalDate validUntil;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Contract() {}

  Contract(UUID id, Organisation organisation, String number, Instant now) {
    this.id = id;
    this.organisation = organisation;
    this.number = number;
    this.createdAt = now;
  }

  public String number() {
    return number;
  }

  boolean inForce(Instant time, LocalDate day) {
    return !createdAt.isAfter(time)
        && (validFrom == null || !day.isBefore(validFrom))
        && (validUntil == null || !day.isAfter(validUntil));
  }
}
