package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;

/** One step in the life of a deposit, written in the transaction that takes it. */
@Entity
@Table(name = "deposit_history")
public class DepositHistory {
  @Id private UUID id;

  @Column(name = "deposit", updatable = false)
  private UUID deposit;

  @Enumerated(EnumType.STRING)
  @Column(name = "status", updatable = false)
  private DepositStatus status;

  @Column(name = "reached_at", updatable = false)
  private Instant reachedAt;

  @Column(name = "actor", updatable = false)
  private String actor;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected DepositHistory() {}

  public static DepositHistory of(UUID id, Deposit deposit, Caller caller, Instant now) {
    DepositHistory step = new DepositHistory();
    step.id = id;
    step.deposit = deposit.id().value();
    step.status = deposit.status();
    step.reachedAt = now;
    step.actor = caller.label();
    return step;
  }

  public DepositId deposit() {
    return new DepositId(deposit);
  }

  public DepositStatus status() {
    return status;
  }

  public Instant reachedAt() {
    return reachedAt;
  }
}
