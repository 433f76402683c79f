package org.guichet.account.entity;

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
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/** A link in a mail: works once, until its time is over. */
@Entity
@Table(name = "mail_token")
public class MailToken {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 30)
  private MailPurpose purpose;

  @Column(name = "token_hash", nullable = false, updatable = false, length = 64)
  private String tokenHash;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(length = 4000)
  private @Nullable String payload;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected MailToken() {}

  /**
   * Sends one off.
   *
   * @param payload what the person confirms with it, closed
   */
  public static MailToken send(
      UUID id,
      AccountId account,
      MailPurpose purpose,
      Sha256 token,
      Optional<String> payload,
      Instant now) {
    MailToken link = new MailToken();
    link.id = id;
    link.account = account.value();
    link.purpose = purpose;
    link.tokenHash = token.hex();
    link.createdAt = now;
    link.expiresAt = now.plus(purpose.time());
    link.payload = payload.orElse(null);
    return link;
  }

  public boolean works(Instant now) {
    return usedAt == null && now.isBefore(expiresAt);
  }

  /** Used, or another took its place: it never works again. */
  public void spend(Instant now) {
    if (usedAt == null) {
      usedAt = now;
    }
    payload = null;
  }

  public UUID id() {
    return id;
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public MailPurpose purpose() {
    return purpose;
  }

  public Sha256 tokenHash() {
    return new Sha256(tokenHash);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Optional<String> payload() {
    return Optional.ofNullable(payload);
  }
}
