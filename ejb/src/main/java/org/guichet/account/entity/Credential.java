package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.jspecify.annotations.Nullable;

/** What an account proves itself with: a password, and a second factor. */
@Entity
@Table(name = "credential")
public class Credential {
  @Id private UUID account;
  @Version private long version;

  @Column(name = "password_hash", length = 200)
  private @Nullable String passwordHash;

  @Column(name = "password_changed_at")
  private @Nullable Instant passwordChangedAt;

  @Column(name = "totp_secret", length = 200)
  private @Nullable String totpSecret;

  @Column(name = "totp_enrolled_at")
  private @Nullable Instant totpEnrolledAt;

  @Column(name = "totp_last_step", nullable = false)
  private long totpLastStep;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Credential() {}

  /** None yet. */
  public static Credential of(AccountId account) {
    Credential credential = new Credential();
    credential.account = account.value();
    return credential;
  }

  public void change(String hash, Instant now) {
    passwordHash = hash;
    passwordChangedAt = now;
  }

  /**
   * A second factor from now on.
   *
   * @param secret closed
   * @param step the time step of the code that proved it: used, once
   */
  public void enrol(String secret, long step, Instant now) {
    totpSecret = secret;
    totpLastStep = step;
    totpEnrolledAt = now;
  }

  public void dropSecondFactor() {
    totpSecret = null;
    totpEnrolledAt = null;
    totpLastStep = 0;
  }

  /** Returns false, and changes nothing, when a code of this time step or a later one was used. */
  public boolean use(long step) {
    if (step <= totpLastStep) {
      return false;
    }
    totpLastStep = step;
    return true;
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public Optional<String> passwordHash() {
    return Optional.ofNullable(passwordHash);
  }

  public Optional<Instant> passwordChangedAt() {
    return Optional.ofNullable(passwordChangedAt);
  }

  public Optional<String> totpSecret() {
    return Optional.ofNullable(totpSecret);
  }

  public Optional<Instant> totpEnrolledAt() {
    return Optional.ofNullable(totpEnrolledAt);
  }
}
