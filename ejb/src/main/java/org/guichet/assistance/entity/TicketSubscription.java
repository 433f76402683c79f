package org.guichet.assistance.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;

/** Somebody wants to be told by mail of requests that wait. */
@Entity
@Table(name = "ticket_watch")
public class TicketSubscription {
  @Id
  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(nullable = false, updatable = false)
  private Instant since;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected TicketSubscription() {}

  public TicketSubscription(AccountId account, Instant since) {
    this.account = account.value();
    this.since = since;
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public Instant since() {
    return since;
  }
}
