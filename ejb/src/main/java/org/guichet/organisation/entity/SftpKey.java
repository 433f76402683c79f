package org.guichet.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A public key with which an organisation signs in over SFTP. Once stopped it never gets in again,
 * under no name: whoever stops a key has a reason.
 */
@Entity
@Table(name = "sftp_key")
public class SftpKey {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  @Column(nullable = false, updatable = false, length = 100)
  private String name;

  @Column(nullable = false, updatable = false, length = 40)
  private String algorithm;

  @Column(nullable = false, updatable = false, length = 60)
  private String fingerprint;

  @Column(name = "wire_form", nullable = false, updatable = false, length = 4000)
  private String wireForm;

  /** Names with commas between them, in the order of the enum. */
  @Column(nullable = false, updatable = false, length = 100)
  private String scopes;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at", updatable = false)
  private @Nullable Instant expiresAt;

  @Column(name = "stopped_at")
  private @Nullable Instant stoppedAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @Column(name = "last_used_from", length = 64)
  private @Nullable String lastUsedFrom;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SftpKey() {}

  private SftpKey(KeyId id, OrganisationId organisation, NewKey data, PublicKey key, Instant now) {
    this.id = id.value();
    this.organisation = organisation.value();
    this.name = data.name().strip();
    this.algorithm = key.algorithm();
    this.fingerprint = key.fingerprint();
    this.wireForm = Base64.getEncoder().encodeToString(key.wireForm());
    this.scopes =
        data.scopes().stream().sorted().map(KeyScope::name).collect(Collectors.joining(","));
    this.createdAt = now;
    this.expiresAt = data.expires().orElse(null);
  }

  /**
   * Takes a key in.
   *
   * @param data without mistakes
   * @param key what its line holds
   */
  public static SftpKey hand(
      KeyId id, OrganisationId organisation, NewKey data, PublicKey key, Instant now) {
    return new SftpKey(id, organisation, data, key, now);
  }

  /** Returns false, and changes nothing, when it was stopped before. */
  public boolean stop(Instant now) {
    if (stoppedAt != null) {
      return false;
    }
    stoppedAt = now;
    return true;
  }

  /** It got in. */
  public void used(String from, Instant now) {
    lastUsedAt = now;
    lastUsedFrom = from.length() > 64 ? from.substring(0, 64) : from;
  }

  public KeyStatus status(Instant now) {
    if (stoppedAt != null) {
      return KeyStatus.STOPPED;
    }
    return expiresAt == null || now.isBefore(expiresAt) ? KeyStatus.GOOD : KeyStatus.EXPIRED;
  }

  public boolean good(Instant now) {
    return status(now) == KeyStatus.GOOD;
  }

  /** Whether {@code data} asks for what this key may do and how long. */
  public boolean matches(NewKey data) {
    return scopes().equals(data.scopes()) && Optional.ofNullable(expiresAt).equals(data.expires());
  }

  public KeyId id() {
    return new KeyId(id);
  }

  public OrganisationId organisation() {
    return new OrganisationId(organisation);
  }

  public String name() {
    return name;
  }

  public String fingerprint() {
    return fingerprint;
  }

  public Set<KeyScope> scopes() {
    return Arrays.stream(scopes.split(",", -1))
        .map(KeyScope::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The key itself, as RFC 4253, 6.6 writes it. */
  public byte[] wireForm() {
    return Base64.getDecoder().decode(wireForm);
  }

  public KeyView view(Instant now) {
    return new KeyView(
        id(),
        name,
        algorithm,
        fingerprint,
        scopes(),
        status(now),
        createdAt,
        Optional.ofNullable(expiresAt),
        Optional.ofNullable(stoppedAt),
        Optional.ofNullable(lastUsedAt),
        Optional.ofNullable(lastUsedFrom));
  }
}
