package org.guichet.roster.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/** A report that lies in a folder of the SFTP door until its reader deletes it, or its days end. */
@Entity
@Table(name = "roster_report")
public class ImportReport {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  @Column(nullable = false, updatable = false, length = 120)
  private String name;

  @Column(nullable = false, updatable = false)
  private long size;

  @Column(name = "made_at", nullable = false, updatable = false)
  private Instant madeAt;

  @Column(name = "acknowledged_at")
  private @Nullable Instant acknowledgedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected ImportReport() {}

  public ImportReport(UUID id, OrganisationId organisation, String name, long size, Instant now) {
    this.id = id;
    this.organisation = organisation.value();
    this.name = name;
    this.size = size;
    this.madeAt = now;
  }

  /** Its reader has it: it leaves the folder. */
  public void acknowledge(Instant now) {
    acknowledgedAt = now;
  }

  public UUID id() {
    return id;
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  public ReportView view() {
    return new ReportView(id, name, size, madeAt);
  }
}
