package org.guichet.roster.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * What is particular to an import that came by SFTP: for how long files are joined into it, whether
 * anybody has taken it over in the portal, and which report its sender is owed.
 */
@Entity
@Table(name = "roster_drop")
public class DroppedImport {
  @Id
  @Column(name = "import")
  private UUID id;

  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  private @Nullable UUID collecting;

  @Column(name = "joined_until", nullable = false, updatable = false)
  private Instant joinedUntil;

  @Column(nullable = false)
  private boolean unattended;

  @Enumerated(EnumType.STRING)
  @Column(length = 16)
  private @Nullable ReportKind due;

  @Column(length = 100)
  private @Nullable String incident;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected DroppedImport() {}

  /** Begins to join files, of which an organisation has one import at a time. */
  public static DroppedImport begin(UUID id, OrganisationId organisation, Instant until) {
    DroppedImport begun = new DroppedImport();
    begun.id = id;
    begun.organisation = organisation.value();
    begun.collecting = organisation.value();
    begun.joinedUntil = until;
    begun.unattended = true;
    return begun;
  }

  /** Whether a file that comes at {@code now} is joined into it. */
  public boolean isCollecting(Instant now) {
    return collecting != null && now.isBefore(joinedUntil);
  }

  /** Whether its time is over and nobody has said so yet. */
  public boolean isOver(Instant now) {
    return collecting != null && !now.isBefore(joinedUntil);
  }

  /** No file is joined into it any more. */
  public void complete() {
    collecting = null;
  }

  /** Somebody changes it in the portal: it is theirs, and nothing happens by itself any more. */
  public void takeOver() {
    collecting = null;
    unattended = false;
  }

  /** Its sender is to be told; what wasn't told yet is outdated. */
  public void owe(ReportKind kind, @Nullable String ofIncident) {
    due = kind;
    incident = ofIncident;
  }

  /** The report is written. */
  public void paid() {
    due = null;
  }

  public UUID id() {
    return id;
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  public boolean unattended() {
    return unattended;
  }

  /** Which report is still to be written. */
  public Optional<ReportKind> due() {
    return Optional.ofNullable(due);
  }

  /** Of what failed, where something did. */
  public Optional<String> incident() {
    return Optional.ofNullable(incident);
  }
}
