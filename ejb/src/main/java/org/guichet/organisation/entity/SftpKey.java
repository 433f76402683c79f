package org.guichet.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Network;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A public key, or a technical password, with which an organisation signs in over SFTP. Once
 * stopped it never gets in again, under no name: whoever stops a key has a reason.
 */
@Entity
@Table(name = "sftp_key")
public class SftpKey {
  /** So many days before its end its organisation is reminded, the first reminder first. */
  public static final List<Integer> REMINDERS = List.of(30, 7, 1);

  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID organisation;

  @Column(nullable = false, updatable = false, length = 100)
  private String name;

  @Enumerated(EnumType.STRING)
  @Column(nullable = false, updatable = false, length = 16)
  private KeyKind kind;

  @Column(nullable = false, updatable = false, length = 40)
  private String algorithm;

  @Column(nullable = false, updatable = false, length = 60)
  private String fingerprint;

  @Column(name = "wire_form", updatable = false, length = 4000)
  private @Nullable String wireForm;

  @Column(name = "secret_hash", updatable = false, length = 200)
  private @Nullable String secretHash;

  /** Names with commas between them, in the order of the enum. */
  @Column(nullable = false, updatable = false, length = 100)
  private String scopes;

  /** Ranges with commas between them; empty: from anywhere. */
  @Column(nullable = false, updatable = false, length = 2000)
  private String sources;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "expires_at")
  private @Nullable Instant expiresAt;

  /** How many days before its end it was last told of; also what was over when the end was set. */
  @Column(name = "reminded_days")
  private @Nullable Integer remindedDays;

  @Column(name = "stopped_at")
  private @Nullable Instant stoppedAt;

  @Column(name = "last_used_at")
  private @Nullable Instant lastUsedAt;

  @Column(name = "last_used_from", length = 64)
  private @Nullable String lastUsedFrom;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected SftpKey() {}

  private SftpKey(
      KeyId id,
      OrganisationId organisation,
      NewPassword terms,
      KeyKind kind,
      String algorithm,
      String fingerprint,
      Instant now) {
    this.id = id.value();
    this.organisation = organisation.value();
    this.name = terms.name().strip();
    this.kind = kind;
    this.algorithm = algorithm;
    this.fingerprint = fingerprint;
    this.scopes =
        terms.scopes().stream().sorted().map(KeyScope::name).collect(Collectors.joining(","));
    this.sources = written(terms.sources());
    this.createdAt = now;
    this.expiresAt = terms.expires().orElse(null);
    this.remindedDays = overAlready(expiresAt, now);
  }

  /** Whoever chooses an end that is near needs no reminder of it: the smallest that is over. */
  private static @Nullable Integer overAlready(@Nullable Instant end, Instant now) {
    return end == null
        ? null
        : REMINDERS.stream()
            .filter(days -> !now.isBefore(end.minus(Duration.ofDays(days))))
            .min(Comparator.naturalOrder())
            .orElse(null);
  }

  /**
   * Takes a key in.
   *
   * @param data without mistakes
   * @param key what its line holds
   */
  public static SftpKey hand(
      KeyId id, OrganisationId organisation, NewKey data, PublicKey key, Instant now) {
    NewPassword terms = new NewPassword(data.name(), data.scopes(), data.expires(), data.sources());
    SftpKey made =
        new SftpKey(
            id, organisation, terms, KeyKind.PUBLIC_KEY, key.algorithm(), key.fingerprint(), now);
    made.wireForm = Base64.getEncoder().encodeToString(key.wireForm());
    return made;
  }

  /**
   * Takes a password in.
   *
   * @param data without mistakes
   * @param fingerprint by which it is found: what it begins with
   * @param hash all that is kept of it
   */
  public static SftpKey password(
      KeyId id,
      OrganisationId organisation,
      NewPassword data,
      String fingerprint,
      String hash,
      Instant now) {
    SftpKey made =
        new SftpKey(id, organisation, data, KeyKind.PASSWORD, "argon2id", fingerprint, now);
    made.secretHash = hash;
    return made;
  }

  private static String written(List<String> sources) {
    return sources.stream()
        .map(source -> Network.parse(source).orElseThrow())
        .map(Network::toString)
        .sorted()
        .distinct()
        .collect(Collectors.joining(","));
  }

  /** Returns false, and changes nothing, when it was stopped before. */
  public boolean stop(Instant now) {
    if (stoppedAt != null) {
      return false;
    }
    stoppedAt = now;
    return true;
  }

  /**
   * It gets in before {@code end} only.
   *
   * @return false, and nothing changes, when it is stopped or ends before that anyway
   */
  public boolean endBy(Instant end, Instant now) {
    if (stoppedAt != null || (expiresAt != null && !end.isBefore(expiresAt))) {
      return false;
    }
    expiresAt = end;
    remindedDays = overAlready(end, now);
    return true;
  }

  /**
   * Its end was told of.
   *
   * @param days how many before it, at most
   */
  public void reminded(int days) {
    remindedDays = days;
  }

  /** Whether it ends after {@code now}, within so many days, and wasn't told of for that yet. */
  public boolean toRemind(int days, Instant now) {
    return status(now) == KeyStatus.GOOD
        && expiresAt != null
        && !expiresAt.isAfter(now.plus(Duration.ofDays(days)))
        && (remindedDays == null || remindedDays > days);
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
    return scopes().equals(data.scopes())
        && Optional.ofNullable(expiresAt).equals(data.expires())
        && Set.copyOf(sources()).equals(networks(data.sources()));
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

  /** It gets in before this instant only; empty: until it is stopped. */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  public Set<KeyScope> scopes() {
    return Arrays.stream(scopes.split(",", -1))
        .map(KeyScope::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Set<Network> networks(List<String> sources) {
    return sources.stream()
        .flatMap(source -> Network.parse(source).stream())
        .collect(Collectors.toSet());
  }

  /** The key itself, as RFC 4253, 6.6 writes it; empty for a password. */
  public byte[] wireForm() {
    return wireForm == null ? new byte[0] : Base64.getDecoder().decode(wireForm);
  }

  /** What is kept of a password; empty for a key. */
  public Optional<String> secretHash() {
    return Optional.ofNullable(secretHash);
  }

  /** From where it is taken; empty: from anywhere. */
  public List<Network> sources() {
    return Arrays.stream(sources.split(",", -1)).flatMap(s -> Network.parse(s).stream()).toList();
  }

  /** Whether it is taken from there. */
  public boolean takenFrom(String address) {
    return sources.isEmpty() || Network.anyContains(sources(), address);
  }

  /** Whether it got in from there the last time. */
  public boolean knownAt(String address) {
    return lastUsedFrom != null
        && Network.around(lastUsedFrom).isPresent()
        && Network.around(lastUsedFrom).equals(Network.around(address));
  }

  public KeyView view(Instant now) {
    return new KeyView(
        id(),
        name,
        kind,
        algorithm,
        fingerprint,
        scopes(),
        sources(),
        status(now),
        createdAt,
        Optional.ofNullable(expiresAt),
        Optional.ofNullable(stoppedAt),
        Optional.ofNullable(lastUsedAt),
        Optional.ofNullable(lastUsedFrom));
  }
}
