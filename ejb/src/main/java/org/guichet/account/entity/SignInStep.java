package org.guichet.account.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/** Between a right password and being in. A row, so that it survives the server that began it. */
@Entity
@Table(name = "sign_in_step")
public class SignInStep {
  private static final Duration TIME = Duration.ofMinutes(10);
  private static final int WRONG_CODES_AT_MOST = 5;

  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(name = "token_hash", nullable = false, updatable = false, length = 64)
  private String tokenHash;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private Kind kind;

  @Column(updatable = false, length = 200)
  private @Nullable String secret;

  @Column(name = "wrong_codes", nullable = false)
  private int wrongCodes;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  @Column(updatable = false)
  private @Nullable UUID visit;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SignInStep() {}

  /** What is missing still. */
  public enum Kind {
    /** A code of the second factor. */
    SECOND_FACTOR,
    /** A second factor. */
    ENROLMENT,
    /** Its time: the account is expired, and may ask to be renewed. */
    RENEWAL
  }

  /**
   * Begins.
   *
   * @param secret of an enrolment, closed
   * @param visit to the provider, with which it began
   */
  public static SignInStep begin(
      UUID id,
      AccountId account,
      Sha256 token,
      Kind kind,
      Optional<String> secret,
      Optional<UUID> visit,
      Instant now) {
    SignInStep step = new SignInStep();
    step.id = id;
    step.account = account.value();
    step.tokenHash = token.hex();
    step.kind = kind;
    step.secret = secret.orElse(null);
    step.visit = visit.orElse(null);
    step.expiresAt = now.plus(TIME);
    return step;
  }

  public boolean open(Kind wanted, Instant now) {
    return kind == wanted && wrongCodes < WRONG_CODES_AT_MOST && now.isBefore(expiresAt);
  }

  public void wrongCode() {
    wrongCodes++;
  }

  public UUID id() {
    return id;
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public Sha256 tokenHash() {
    return new Sha256(tokenHash);
  }

  public Optional<String> secret() {
    return Optional.ofNullable(secret);
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Optional<UUID> visit() {
    return Optional.ofNullable(visit);
  }
}
