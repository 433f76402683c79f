package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;

/**
 * A drop of bytes that stand already: never processed, always answered. Its reception receipt names
 * the first deposit; its processing receipt is the first one's, given again.
 */
@Entity
@Table(name = "duplicate_drop")
public class DuplicateDrop {
  @Id private UUID id;
  @Version private long version;

  @Column(name = "number", updatable = false)
  private long number;

  @Column(name = "first_deposit", updatable = false)
  private UUID firstDeposit;

  @Column(name = "organisation", updatable = false)
  private UUID organisation;

  @Enumerated(EnumType.STRING)
  @Column(name = "channel", updatable = false)
  private Channel channel;

  @Column(name = "file_name", updatable = false)
  private String fileName;

  @Column(name = "received_at", updatable = false)
  private Instant receivedAt;

  @Column(name = "received_answered")
  private boolean receivedAnswered;

  @Column(name = "processing_answered")
  private boolean processingAnswered;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected DuplicateDrop() {}

  public static DuplicateDrop of(Drop drop, DepositId first, long number, Instant now) {
    DuplicateDrop duplicate = new DuplicateDrop();
    duplicate.id = drop.id().value();
    duplicate.number = number;
    duplicate.firstDeposit = first.value();
    duplicate.organisation = drop.organisation().value();
    duplicate.channel = drop.channel();
    duplicate.fileName = drop.fileName();
    duplicate.receivedAt = now;
    return duplicate;
  }

  public void answerReception() {
    receivedAnswered = true;
  }

  public void answerProcessing() {
    processingAnswered = true;
  }

  public UUID id() {
    return id;
  }

  public long number() {
    return number;
  }

  public DepositId firstDeposit() {
    return new DepositId(firstDeposit);
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  public String fileName() {
    return fileName;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public boolean receptionAnswered() {
    return receivedAnswered;
  }

  public boolean processingAnswered() {
    return processingAnswered;
  }
}
