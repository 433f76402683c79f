package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Sha256;

/** A browser in which the person got in before: guesses from elsewhere don't lock it out. */
@Entity
@Table(name = "known_device")
public class KnownDevice {
  /** Not used for so long, it is a stranger again. */
  public static final Duration TIME = Duration.ofDays(180);

  @Id private UUID id;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(name = "token_hash", nullable = false, updatable = false, length = 64)
  private String tokenHash;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "last_used_at", nullable = false)
  private Instant lastUsedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected KnownDevice() {}

  public static KnownDevice meet(UUID id, AccountId account, Sha256 token, Instant now) {
    KnownDevice device = new KnownDevice();
    device.id = id;
    device.account = account.value();
    device.tokenHash = token.hex();
    device.createdAt = now;
    device.lastUsedAt = now;
    return device;
  }

  public void used(Instant now) {
    lastUsedAt = now;
  }

  public boolean known(Instant now) {
    return now.isBefore(lastUsedAt.plus(TIME));
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public Sha256 tokenHash() {
    return new Sha256(tokenHash);
  }
}
