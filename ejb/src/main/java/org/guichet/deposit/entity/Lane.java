package org.guichet.deposit.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whether somebody works on a line, and until when the others wait for him. */
@Entity
@Table(name = "deposit_lane")
@IdClass(Lane.Key.class)
public class Lane {
  /** Which line. A class, since the persistence provider wants no record here. */
  public static class Key implements Serializable {
    @Serial private static final long serialVersionUID = 1L;

    private UUID organisation;
    private DepositKind kind;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Key() {}

    public Key(UUID organisation, DepositKind kind) {
      this.organisation = organisation;
      this.kind = kind;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.organisation.equals(organisation) && key.kind == kind;
    }

    @Override
    public int hashCode() {
      return Objects.hash(organisation, kind);
    }
  }

  @Id
  @Column(name = "organisation", updatable = false)
  private UUID organisation;

  @Id
  @Enumerated(EnumType.STRING)
  @Column(name = "kind", updatable = false)
  private DepositKind kind;

  @Column(name = "holder")
  private @Nullable String holder;

  @Column(name = "lease_until")
  private @Nullable Instant leaseUntil;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Lane() {}

  /** A lane that is claimed for the first time. */
  public static Lane held(LaneLease lease) {
    Lane lane = new Lane();
    lane.organisation = lease.organisation().value();
    lane.kind = lease.kind();
    lane.holder = lease.holder();
    lane.leaseUntil = lease.until();
    return lane;
  }
}
