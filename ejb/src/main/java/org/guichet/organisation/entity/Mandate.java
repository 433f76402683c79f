package org.guichet.organisation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * A certifier lets a depositor deposit for it. Judged at the instant of a drop: revoking it later
 * takes nothing back that was dropped before.
 */
@Entity
@Table(name = "mandate")
public class Mandate {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID certifier;

  @Column(nullable = false, updatable = false)
  private UUID depositor;

  @Column(name = "valid_from", nullable = false, updatable = false)
  private LocalDate validFrom;

  @Column(name = "valid_until", updatable = false)
  private @Nullable LocalDate validUntil;

  @Column(name = "granted_at", nullable = false, updatable = false)
  private Instant grantedAt;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Mandate() {}

  private Mandate(
      UUID id,
      OrganisationId certifier,
      OrganisationId depositor,
      LocalDate validFrom,
      @Nullable LocalDate validUntil,
      Instant now) {
    this.id = id;
    this.certifier = certifier.value();
    this.depositor = depositor.value();
    this.validFrom = validFrom;
    this.validUntil = validUntil;
    this.grantedAt = now;
  }

  /**
   * Grants a mandate.
   *
   * @param from its first day
   * @param until its last day, inclusive; empty: until it is revoked
   */
  public static Mandate grant(
      UUID id,
      OrganisationId certifier,
      OrganisationId depositor,
      LocalDate from,
      Optional<LocalDate> until,
      Instant now) {
    return new Mandate(id, certifier, depositor, from, until.orElse(null), now);
  }

  /** Returns false, and changes nothing, when it was revoked before. */
  public boolean revoke(Instant now) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = now;
    return true;
  }

  /** Whether it had been granted when a file was dropped, in force or not. */
  public boolean grantedBy(Instant time) {
    return !grantedAt.isAfter(time);
  }

  /**
   * Whether a drop at {@code time} counts under it.
   *
   * @param zone in which its days begin and end
   */
  public boolean inForce(Instant time, ZoneId zone) {
    LocalDate day = time.atZone(zone).toLocalDate();
    return grantedBy(time)
        && (revokedAt == null || time.isBefore(revokedAt))
        && !day.isBefore(validFrom)
        && (validUntil == null || !day.isAfter(validUntil));
  }

  /** Whether it says the same and isn't revoked. */
  public boolean stands(LocalDate from, Optional<LocalDate> until) {
    return revokedAt == null
        && validFrom.equals(from)
        && Optional.ofNullable(validUntil).equals(until);
  }

  public OrganisationId certifier() {
    return new OrganisationId(certifier);
  }

  public OrganisationId depositor() {
    return new OrganisationId(depositor);
  }

  public UUID id() {
    return id;
  }

  public LocalDate from() {
    return validFrom;
  }

  /**
   * The last day on which it let anybody deposit, as far as is known now; empty when open.
   *
   * @param zone in which its days begin and end
   */
  public Optional<LocalDate> lastDay(ZoneId zone) {
    if (revokedAt == null) {
      return Optional.ofNullable(validUntil);
    }
    LocalDate revoked = revokedAt.atZone(zone).toLocalDate();
    return Optional.of(validUntil == null || revoked.isBefore(validUntil) ? revoked : validUntil);
  }

  public Optional<LocalDate> until() {
    return Optional.ofNullable(validUntil);
  }

  public Optional<Instant> revokedAt() {
    return Optional.ofNullable(revokedAt);
  }

  public Instant grantedAt() {
    return grantedAt;
  }
}
