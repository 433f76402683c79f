package org.guichet.audit.entity;

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

/**
 * The key under which one person's values are closed, itself closed under the deployment's secret.
 * Destroying it erases them all, and leaves the chain whole.
 */
@Entity
@Table(name = "personal_key")
public class PersonalKey {
  @Id private UUID person;
  @Version private long version;

  @Column(length = 200)
  private @Nullable String wrapped;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "destroyed_at")
  private @Nullable Instant destroyedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected PersonalKey() {}

  private PersonalKey(AccountId person, String wrapped, Instant now) {
    this.person = person.value();
    this.wrapped = wrapped;
    this.createdAt = now;
  }

  public static PersonalKey make(AccountId person, String wrapped, Instant now) {
    return new PersonalKey(person, wrapped, now);
  }

  /** Returns false when it was destroyed before. */
  public boolean destroy(Instant now) {
    if (wrapped == null) {
      return false;
    }
    wrapped = null;
    destroyedAt = now;
    return true;
  }

  public AccountId person() {
    return new AccountId(person);
  }

  /** Empty once it was destroyed. */
  public Optional<String> wrapped() {
    return Optional.ofNullable(wrapped);
  }
}
