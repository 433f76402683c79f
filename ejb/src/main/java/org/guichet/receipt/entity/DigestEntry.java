package org.guichet.receipt.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/** A receipt that somebody is to be told of in the digest of the day; told once. */
@Entity
@Table(name = "digest_entry")
public class DigestEntry {
  private static final int SENDER_AT_MOST = 300;

  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID recipient;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  @Column(nullable = false, updatable = false)
  private UUID receipt;

  @Column(nullable = false, updatable = false)
  private UUID occasion;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private ReceiptKind kind;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private ReceiptOutcome outcome;

  @Column(name = "deposit_number", nullable = false, updatable = false)
  private long number;

  @Column(name = "file_name", nullable = false, updatable = false, length = 1024)
  private String fileName;

  @Column(nullable = false, updatable = false, length = SENDER_AT_MOST)
  private String sender;

  @Column(name = "dropped_at", nullable = false, updatable = false)
  private Instant droppedAt;

  @Column(nullable = false, updatable = false)
  private boolean trial;

  @Column(nullable = false, updatable = false)
  private int accepted;

  @Column(nullable = false, updatable = false)
  private int rejected;

  @Column(name = "noted_at", nullable = false, updatable = false)
  private Instant notedAt;

  /** The digest that told it. */
  @SuppressWarnings("UnusedVariable") // moved by a statement, see Digests
  private @Nullable UUID digest;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected DigestEntry() {}

  /** Notes a receipt that was given because of {@code occasion}. */
  public static DigestEntry note(
      UUID id,
      OrganisationId organisation,
      UUID recipient,
      Receipt receipt,
      UUID occasion,
      Gist gist,
      Instant now) {
    DigestEntry entry = new DigestEntry();
    entry.id = id;
    entry.organisation = organisation.value();
    entry.recipient = recipient;
    entry.receipt = receipt.id();
    entry.occasion = occasion;
    entry.kind = receipt.kind();
    entry.trial = receipt.view().trial();
    entry.outcome = gist.outcome();
    entry.number = gist.number();
    entry.fileName = gist.fileName();
    entry.sender =
        gist.sender().length() > SENDER_AT_MOST
            ? gist.sender().substring(0, SENDER_AT_MOST)
            : gist.sender();
    entry.droppedAt = gist.droppedAt();
    entry.accepted = gist.accepted();
    entry.rejected = gist.rejected();
    entry.notedAt = now;
    return entry;
  }

  public UUID id() {
    return id;
  }

  public UUID recipient() {
    return recipient;
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  /** What it was given for: both receipts on a deposit have the same. */
  public UUID occasion() {
    return occasion;
  }

  public ReceiptKind kind() {
    return kind;
  }

  public boolean trial() {
    return trial;
  }

  public Instant notedAt() {
    return notedAt;
  }

  public Gist gist() {
    return new Gist(outcome, number, fileName, sender, droppedAt, accepted, rejected);
  }
}
