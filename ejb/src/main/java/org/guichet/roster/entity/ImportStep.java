package org.guichet.roster.entity;

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

/** A state that an import came to. */
@Entity
@Table(name = "roster_import_step")
public class ImportStep {
  @Id private UUID id;

  @ManyToOne(fetch = FetchType.LAZY, optional = false)
  @JoinColumn(name = "import", nullable = false, updatable = false)
  @SuppressWarnings("UnusedVariable") // holds the foreign key
  private RosterImport owner;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private ImportState state;

  @Column(nullable = false, updatable = false)
  private Instant at;

  @Column(nullable = false, updatable = false, length = 100)
  private String caller;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ImportStep() {}

  ImportStep(UUID id, RosterImport owner, ImportState state, String caller, Instant at) {
    this.id = id;
    this.owner = owner;
    this.state = state;
    this.caller = caller;
    this.at = at;
  }

  public ImportState state() {
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
