package org.guichet.receipt.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/** A receipt in one recipient's outbox, until that recipient acknowledges it. */
@Entity
@Table(name = "outbox_entry")
public class LaidReceipt {
  @Id private UUID id;

  @ManyToOne(optional = false)
  @JoinColumn(name = "receipt", updatable = false)
  private Receipt receipt;

  @Column(name = "recipient", updatable = false)
  private UUID recipient;

  @Column(name = "folder", updatable = false)
  private String folder;

  @Column(name = "name", updatable = false)
  private String name;

  @Column(name = "laid_at")
  private Instant laidAt;

  @Column(name = "acknowledged_at")
  private @Nullable Instant acknowledgedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected LaidReceipt() {}

  public static LaidReceipt lay(UUID id, Receipt receipt, Recipient recipient, Instant now) {
    LaidReceipt laid = new LaidReceipt();
    laid.id = id;
    laid.receipt = receipt;
    laid.recipient = recipient.organisation().value();
    laid.folder = recipient.folder();
    laid.name = receipt.fileName();
    laid.laidAt = now;
    return laid;
  }

  /** Its recipient has it. Said twice, the first time counts. */
  public void acknowledge(Instant now) {
    if (acknowledgedAt == null) {
      acknowledgedAt = now;
    }
  }

  /** It is to be read once more: it lies in the outbox again. */
  public void layAgain(Instant now) {
    acknowledgedAt = null;
    laidAt = now;
  }

  /** Whether it waits for its recipient. */
  public boolean lies() {
    return acknowledgedAt == null;
  }

  public OrganisationId recipient() {
    return new OrganisationId(recipient);
  }

  public Receipt receipt() {
    return receipt;
  }

  /** As it is seen over SFTP. */
  public OutboxEntry entry() {
    return new OutboxEntry(
        id, folder, name, receipt.size(), laidAt, receipt.number(), receipt.sha256());
  }
}
