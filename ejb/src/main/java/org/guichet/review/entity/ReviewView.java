package org.guichet.review.entity;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.Catalogue.Names;
import org.guichet.account.entity.GrantPlace;

/**
 * A review as it stands.
 *
 * @param names of the organisation or the group
 * @param code matricule of the organisation, or the group's code
 * @param overdue not while it rests
 * @param resting whether nothing is to be answered: the organisation is suspended, or the group
 *     retired
 * @param people who have to be judged: those who had rights when it was asked for, and still do
 * @param confirmed how many of them were
 */
public record ReviewView(
    UUID id,
    GrantPlace place,
    Names names,
    String code,
    Instant askedAt,
    Instant dueAt,
    Optional<Instant> closedAt,
    boolean overdue,
    boolean resting,
    long people,
    long confirmed) {
  public long left() {
    return people - confirmed;
  }
}
