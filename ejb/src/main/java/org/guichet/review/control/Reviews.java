package org.guichet.review.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.GrantPlace;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.review.entity.Confirmation;
import org.guichet.review.entity.Review;

/** Reviews and their answers. */
@Dependent
public class Reviews {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public Reviews() {}

  public Reviews(EntityManager em) {
    this.em = em;
  }

  public void add(Review review) {
    em.persist(review);
  }

  /** The last that was asked for there, open or not. */
  public Optional<Review> last(GrantPlace place) {
    TypedQuery<Review> query =
        place.fold(
            organisation ->
                em.createQuery(
                        "select r from Review r where r.organisation = :place"
                            + " order by r.turn desc",
                        Review.class)
                    .setParameter("place", organisation.value()),
            group ->
                em.createQuery(
                        "select r from Review r where r.group = :place order by r.turn desc",
                        Review.class)
                    .setParameter("place", group));
    return query.setMaxResults(1).getResultStream().findFirst();
  }

  /** The open one there, if there is one. */
  public Optional<Review> open(GrantPlace place) {
    return last(place).filter(review -> review.closedAt().isEmpty());
  }

  /** Open ones, those due first. */
  public List<Review> open(PageRequest page) {
    return em.createQuery(
            "select r from Review r where r.closedAt is null order by r.dueAt, r.id", Review.class)
        .setFirstResult(page.first())
        .setMaxResults(page.size())
        .getResultList();
  }

  public long openCount() {
    return em.createQuery("select count(r) from Review r where r.closedAt is null", Long.class)
        .getSingleResult();
  }

  /** Open ones that were due before now. */
  public List<Review> overdue(Instant now) {
    return em.createQuery(
            "select r from Review r where r.closedAt is null and r.dueAt <= :now order by r.dueAt",
            Review.class)
        .setParameter("now", now)
        .getResultList();
  }

  /**
   * Active organisations with people that weren't asked since, nor are made since.
   *
   * @param most so many at once
   */
  public List<OrganisationId> due(Instant since, int most) {
    List<?> rows =
        em.createNativeQuery(
                "select cast(o.id as varchar(36)) from organisation o where o.state = 'ACTIVE'"
                    + " and o.created_at <= ?"
                    + " and (select count(*) from membership m where m.organisation = o.id) > 0"
                    + " and (select count(*) from rights_review r where r.organisation = o.id"
                    + " and (r.closed_at is null or r.asked_at > ?)) = 0"
                    + " order by o.created_at")
            .setParameter(1, since.atOffset(ZoneOffset.UTC))
            .setParameter(2, since.atOffset(ZoneOffset.UTC))
            .setMaxResults(most)
            .getResultList();
    return rows.stream()
        .map(row -> new OrganisationId(UUID.fromString(String.valueOf(row))))
        .toList();
  }

  public void add(Confirmation confirmation) {
    em.persist(confirmation);
  }

  public List<Confirmation> confirmations(UUID review) {
    return em.createQuery(
            "select c from Confirmation c where c.review = :review", Confirmation.class)
        .setParameter("review", review)
        .getResultList();
  }

  /**
   * Holds everybody else off who would answer this review, until the transaction ends, and has it
   * as it is now.
   */
  public void lock(Review review) {
    em.flush();
    em.refresh(review, LockModeType.PESSIMISTIC_WRITE);
  }
}
