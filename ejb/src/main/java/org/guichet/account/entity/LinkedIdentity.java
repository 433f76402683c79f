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

/**
 * Somebody whom a provider knows under a name of its own, and whose account that is. Issuer and
 * subject say who it is; nothing else ever does.
 */
@Entity
@Table(name = "linked_identity")
public class LinkedIdentity {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID account;

  @Column(nullable = false, updatable = false)
  private String issuer;

  @Column(nullable = false, updatable = false)
  private String subject;

  @Column(nullable = false, updatable = false, length = 254)
  private String label;

  @Column(name = "linked_at", nullable = false, updatable = false)
  private Instant linkedAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected LinkedIdentity() {}

  public static LinkedIdentity link(
      UUID id, AccountId account, ProvenIdentity proven, Instant now) {
    LinkedIdentity identity = new LinkedIdentity();
    identity.id = id;
    identity.account = account.value();
    identity.issuer = proven.issuer();
    identity.subject = proven.subject();
    identity.label = proven.label();
    identity.linkedAt = now;
    return identity;
  }

  public void used(Instant now) {
    lastUsedAt = now;
  }

  public UUID id() {
    return id;
  }

  public AccountId account() {
    return new AccountId(account);
  }

  public String issuer() {
    return issuer;
  }

  public IdentityView view() {
    return new IdentityView(id, label, linkedAt, Optional.ofNullable(lastUsedAt));
  }
}
