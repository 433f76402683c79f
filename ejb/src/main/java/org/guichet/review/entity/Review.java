package org.guichet.review.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.GrantPlace;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * The administrators of an organisation or a group were asked who still is to have rights there.
 * Facts are stored: that it is overdue is worked out from them.
 */
@Entity
@Table(name = "rights_review")
public class Review {
  /** So long its administrators have. */
  public static final Duration TIME = Duration.ofDays(30);

  @Id private UUID id;
  @Version private long version;

  @Column(updatable = false)
  private @Nullable UUID organisation;

  @Column(name = "service_group", updatable = false, length = 60)
  private @Nullable String group;

  @Column(nullable = false, updatable = false)
  private int turn;

  @Column(name = "asked_at", nullable = false, updatable = false)
  private Instant askedAt;

  @Column(name = "due_at", nullable = false, updatable = false)
  private Instant dueAt;

  @Column(name = "reminded_at")
  private @Nullable Instant remindedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  @SuppressWarnings("NullAway.Init") // JPA fills the fields
  protected Review() {}

  /**
   * Asks for one.
   *
   * @param turn the how manieth of its place, from 1: two servers that ask at once don't both
   */
  public static Review ask(UUID id, GrantPlace place, int turn, Instant now) {
    Review review = new Review();
    review.id = id;
    review.organisation = place.organisation().map(OrganisationId::value).orElse(null);
    review.group = place.group().orElse(null);
    review.turn = turn;
    review.askedAt = now;
    review.dueAt = now.plus(TIME);
    return review;
  }

  /** Its administrators were told that it is overdue. */
  public void remind(Instant now) {
    remindedAt = now;
  }

  /** Nobody is left to be judged. */
  public void close(Instant now) {
    if (closedAt == null) {
      closedAt = now;
    }
  }

  public UUID id() {
    return id;
  }

  public GrantPlace place() {
    return new GrantPlace(
        Optional.ofNullable(organisation).map(OrganisationId::new), Optional.ofNullable(group));
  }

  public int turn() {
    return turn;
  }

  public Instant askedAt() {
    return askedAt;
  }

  public Instant dueAt() {
    return dueAt;
  }

  /** Whether its administrators have been told of it since then. */
  public boolean remindedAfter(Instant then) {
    return remindedAt != null && remindedAt.isAfter(then);
  }

  public Optional<Instant> closedAt() {
    return Optional.ofNullable(closedAt);
  }

  public boolean overdue(Instant now) {
    return closedAt == null && !now.isBefore(dueAt);
  }
}
