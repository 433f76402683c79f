package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/** Stands in for the second factor, once. */
@Entity
@Table(name = "recovery_code")
public class RecoveryCode {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(nullable = false, updatable = false, length = 64)
  private String hash;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected RecoveryCode() {}

  public static RecoveryCode make(UUID id, AccountId account, Sha256 hash, Instant now) {
    RecoveryCode code = new RecoveryCode();
    code.id = id;
    code.account = account.value();
    code.hash = hash.hex();
    code.createdAt = now;
    return code;
  }

  public UUID id() {
    return id;
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public Sha256 hash() {
    return new Sha256(hash);
  }

  public boolean used() {
    return usedAt != null;
  }

  /** Returns false when it was used before. */
  public boolean use(Instant now) {
    if (usedAt != null) {
      return false;
    }
    usedAt = now;
    return true;
  }
}
