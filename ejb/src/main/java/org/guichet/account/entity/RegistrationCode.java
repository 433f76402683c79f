package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/** Proves that somebody was sent by the operator to be an organisation's first administrator. */
@Entity
@Table(name = "registration_code")
public class RegistrationCode {
  public static final Duration TIME = Duration.ofDays(60);

  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  @Column(nullable = false, updatable = false, length = 64)
  private String hash;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "used_by")
  private @Nullable UUID usedBy;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected RegistrationCode() {}

  public static RegistrationCode issue(
      UUID id, OrganisationId organisation, Sha256 hash, Instant now) {
    RegistrationCode code = new RegistrationCode();
    code.id = id;
    code.organisation = organisation.value();
    code.hash = hash.hex();
    code.createdAt = now;
    code.expiresAt = now.plus(TIME);
    return code;
  }

  public boolean works(Instant now) {
    return usedAt == null && now.isBefore(expiresAt);
  }

  /** Returns false when it doesn't work any more. */
  public boolean use(AccountId by, Instant now) {
    if (!works(now)) {
      return false;
    }
    usedAt = now;
    usedBy = by.value();
    return true;
  }

  /** Another was issued in its place. */
  public void withdraw(Instant now) {
    if (usedAt == null) {
      usedAt = now;
    }
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  public Sha256 hash() {
    return new Sha256(hash);
  }

  public Instant expiresAt() {
    return expiresAt;
  }
}
