package org.guichet.review.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.jspecify.annotations.Nullable;

/** In a review, somebody said that a person still is to have what it has. */
@Entity
@Table(name = "rights_confirmation")
public class Confirmation {
  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID review;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(name = "confirmed_at", nullable = false, updatable = false)
  private Instant confirmedAt;

  @Column(name = "confirmed_by", updatable = false)
  private @Nullable UUID confirmedBy;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Confirmation() {}

  /**
   * Confirms a person.
   *
   * @param by whoever says so; empty for the command line
   */
  public static Confirmation of(
      UUID id, UUID review, AccountId account, Optional<AccountId> by, Instant now) {
    Confirmation confirmation = new Confirmation();
    confirmation.id = id;
    confirmation.review = review;
    confirmation.account = account.value();
    confirmation.confirmedBy = by.map(AccountId::value).orElse(null);
    confirmation.confirmedAt = now;
    return confirmation;
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public Instant confirmedAt() {
    return confirmedAt;
  }

  public Optional<AccountId> confirmedBy() {
    return Optional.ofNullable(confirmedBy).map(AccountId::new);
  }
}
