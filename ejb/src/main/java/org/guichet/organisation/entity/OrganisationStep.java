package org.guichet.organisation.entity;

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

/** An organisation was put in a state: when, and by whom. Never changed, never removed. */
@Entity
@Table(name = "organisation_step")
public class OrganisationStep {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "organisation", nullable = false, updatable = false)
  @SuppressWarnings("UnusedVariable") // holds the foreign key
  private Organisation organisation;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private OrganisationState state;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Column(nullable = false, updatable = false, length = 100)
  private String caller;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected OrganisationStep() {}

  OrganisationStep(
      UUID id, Organisation organisation, OrganisationState state, String caller, Instant at) {
    this.id = id;
    this.organisation = organisation;
    this.state = state;
    this.caller = caller;
    this.at = at;
  }

  public OrganisationState state() {
    return state;
  }

  public Instant at() {
    return at;
  }

  /** Label of whoever did it, without personal data. */
  public String caller() {
    return caller;
  }
}
