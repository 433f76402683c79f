package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.Matricule;
import org.jspecify.annotations.Nullable;

/**
 * A row of the list of all that was dropped: of the view over deposits, duplicates and unfinished
 * uploads. Only ever read.
 */
@Entity
@Table(name = "deposit_entry")
public class DepositEntry {
  @Id private UUID id;

  @Column(name = "number", updatable = false)
  private long number;

  @Column(name = "organisation", updatable = false)
  private UUID organisation;

  @Column(name = "sender", updatable = false)
  private String sender;

  @Column(name = "certifier", updatable = false)
  private @Nullable UUID certifier;

  @Enumerated(EnumType.STRING)
  @Column(name = "kind", updatable = false)
  private DepositKind kind;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", updatable = false)
  private Channel channel;

  @Column(name = "file_name", updatable = false)
  private String fileName;

  @Column(name = "file_size", updatable = false)
  private long size;

  @Enumerated(EnumType.STRING)
  @Column(name = "standing", updatable = false)
  private DepositStanding standing;

  @Column(name = "id_flux", updatable = false)
  private @Nullable String idFlux;

  @Column(name = "accepted", updatable = false)
  private int accepted;

  @Column(name = "rejected", updatable = false)
  private int rejected;

  @Column(name = "attempt", updatable = false)
  private @Nullable UUID attempt;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "page_of", updatable = false)
  private long pageOf;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected DepositEntry() {}

  public UUID id() {
    return id;
  }

  /** The attempt whose verdicts count; empty where nothing was read. */
  public Optional<UUID> attempt() {
    return Optional.ofNullable(attempt);
  }

  public DepositStanding standing() {
    return standing;
  }

  public long size() {
    return size;
  }

  /**
   * As others see it.
   *
   * @param certifications their codes, as far as the file names any
   * @param progress how much of it is read, from 0 to 1; empty unless it is being read
   * @param corrects number of the deposit that it mends
   */
  public DepositRow row(
      List<String> certifications, Optional<Double> progress, Optional<Long> corrects) {
    return new DepositRow(
        number,
        pageOf,
        new Matricule(sender),
        kind,
        channel,
        fileName,
        size,
        standing,
        Optional.ofNullable(idFlux),
        certifications,
        accepted,
        rejected,
        receivedAt,
        progress,
        corrects);
  }
}
