package org.guichet.invitation.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.guichet.account.entity.GrantPlace;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * A code that gives its rights once to whoever redeems it in time. The code itself is kept closed,
 * and only for as long as it can be redeemed.
 */
@Entity
@Table(name = "invitation")
public class Invitation {
  @Id private UUID id;
  @Version private long version;

  @Column(nullable = false, updatable = false)
  private UUID batch;

  @Column(name = "look_up", nullable = false, updatable = false, length = 64)
  private String lookUp;

  @Column(nullable = false, updatable = false, length = 8)
  private String beginning;

  @Column(name = "sealed", length = 200)
  private @Nullable String closed;

  @Column(updatable = false)
  private @Nullable UUID organisation;

  @Column(name = "service_group", updatable = false, length = 60)
  private @Nullable String group;

  @Column(nullable = false, updatable = false, length = 1000)
  private String rights;

  @Column(name = "created_by", updatable = false)
  private @Nullable UUID createdBy;

  @Column(name = "created_at", nullable = false, updatable = false)
  private Instant createdAt;

  @Column(name = "last_day", nullable = false, updatable = false)
  private LocalDate lastDay;

  @Column(name = "expires_at", nullable = false, updatable = false)
  private Instant expiresAt;

  @Column(name = "holder_name", length = 201)
  private @Nullable String holderName;

  @Column(name = "holder_email", length = 254)
  private @Nullable String holderEmail;

  @Column(name = "mailed_at")
  private @Nullable Instant mailedAt;

  @Column(name = "reminded_at")
  private @Nullable Instant remindedAt;

  @Column(name = "used_at")
  private @Nullable Instant usedAt;

  @Column(name = "used_by")
  private @Nullable UUID usedBy;

  @Column(name = "deactivated_at")
  private @Nullable Instant deactivatedAt;

  @Column(name = "deactivated_by")
  private @Nullable UUID deactivatedBy;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Invitation() {}

  /**
   * A new code.
   *
   * @param id of its row, and of those made with it
   * @param kept the code as it is kept
   * @param grant what it gives
   * @param by who makes it
   * @param time when, and until when it works
   */
  public static Invitation issue(Ids id, Kept kept, Grant grant, AccountId by, Time time) {
    Invitation code = new Invitation();
    code.id = id.own();
    code.batch = id.batch();
    code.lookUp = kept.lookUp().hex();
    code.beginning = kept.beginning();
    code.closed = kept.closed();
    code.organisation = grant.place().organisation().map(OrganisationId::value).orElse(null);
    code.group = grant.place().group().orElse(null);
    code.rights = "," + String.join(",", new TreeSet<>(grant.rights())) + ",";
    code.createdBy = by.value();
    code.createdAt = time.now();
    code.lastDay = time.lastDay();
    code.expiresAt = time.end();
    return code;
  }

  /** The row’s own id, and the one that it shares with those made at once. */
  public record Ids(UUID own, UUID batch) {}

  /**
   * A code as it is kept.
   *
   * @param lookUp keyed hash
   * @param beginning its first eight digits
   * @param closed itself, closed
   */
  public record Kept(Sha256 lookUp, String beginning, String closed) {}

  /** What a code gives where. */
  public record Grant(GrantPlace place, Set<String> rights) {
    public Grant {
      rights = Set.copyOf(rights);
    }
  }

  /**
   * From when to when it works.
   *
   * @param end the midnight after {@code lastDay}
   */
  public record Time(Instant now, LocalDate lastDay, Instant end) {}

  public InvitationStatus status(Instant now) {
    if (usedAt != null) {
      return InvitationStatus.USED;
    }
    if (deactivatedAt != null) {
      return InvitationStatus.DEACTIVATED;
    }
    return now.isBefore(expiresAt) ? InvitationStatus.VALID : InvitationStatus.EXPIRED;
  }

  /** Says whom it is meant for. */
  public void destine(String name, String email) {
    holderName = name;
    holderEmail = email;
  }

  /** An invitation went to the holder’s address: from now on, the code works for it alone. */
  public void mailed(Instant now) {
    mailedAt = now;
  }

  /** The maker was told that it ends soon. */
  public void reminded(Instant now) {
    remindedAt = now;
  }

  /** Returns false, and changes nothing, unless it is valid at {@code now}. */
  public boolean redeem(AccountId by, Instant now) {
    if (status(now) != InvitationStatus.VALID) {
      return false;
    }
    usedAt = now;
    usedBy = by.value();
    wipe();
    return true;
  }

  /** Returns false, and changes nothing, unless it is valid at {@code now}. */
  public boolean deactivate(AccountId by, Instant now) {
    if (status(now) != InvitationStatus.VALID) {
      return false;
    }
    deactivatedAt = now;
    deactivatedBy = by.value();
    wipe();
    return true;
  }

  /** Forgets the code, and whom it was meant for. */
  public void wipe() {
    closed = null;
    holderName = null;
    holderEmail = null;
  }

  public UUID id() {
    return id;
  }

  public UUID batch() {
    return batch;
  }

  /** The first eight digits of the code. */
  public String beginning() {
    return beginning;
  }

  /** Empty once the code is forgotten. */
  public Optional<String> closed() {
    return Optional.ofNullable(closed);
  }

  public GrantPlace place() {
    return new GrantPlace(
        Optional.ofNullable(organisation).map(OrganisationId::new), Optional.ofNullable(group));
  }

  /** Codes of the catalogue, in the order of letters. */
  public Set<String> rights() {
    Set<String> codes = new TreeSet<>();
    Arrays.stream(rights.split(",", -1)).filter(code -> !code.isEmpty()).forEach(codes::add);
    return Collections.unmodifiableSet(codes);
  }

  /** Empty when that account was erased. */
  public Optional<AccountId> createdBy() {
    return Optional.ofNullable(createdBy).map(AccountId::new);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public LocalDate lastDay() {
    return lastDay;
  }

  public Optional<Instant> usedAt() {
    return Optional.ofNullable(usedAt);
  }

  public Optional<AccountId> usedBy() {
    return Optional.ofNullable(usedBy).map(AccountId::new);
  }

  public Optional<Instant> deactivatedAt() {
    return Optional.ofNullable(deactivatedAt);
  }

  public Optional<AccountId> deactivatedBy() {
    return Optional.ofNullable(deactivatedBy).map(AccountId::new);
  }

  public Optional<String> holderName() {
    return Optional.ofNullable(holderName);
  }

  public Optional<String> holderEmail() {
    return Optional.ofNullable(holderEmail);
  }

  public boolean isMailed() {
    return mailedAt != null;
  }
}
