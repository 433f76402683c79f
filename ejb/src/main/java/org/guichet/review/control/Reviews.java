package org.guichet.review.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.GrantPlace;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.review.entity.Confirmation;
import org.guichet.review.entity.Review;
import org.jspecify.annotations.Nullable;

/** Reviews and their answers. */
@Dependent
public class Reviews {
  /** Was there when it was asked for, isn't deleted, and isn't confirmed: none of these. */
  private static final String LEFT =
      " and %s.granted_at <= r.asked_at and a.state <> 'DELETED'"
          + " and (select count(*) from rights_confirmation c"
          + " where c.review = r.id and c.account = %s.account) = 0) = 0";

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

  /**
   * Open ones of places in force, those due first: reviews of suspended organisations and of
   * retired groups rest.
   *
   * @param groups codes of groups in force
   */
  public List<Review> open(List<String> groups, PageRequest page) {
    SqlText text = live(new SqlText().add("select cast(r.id as varchar(36)), r.due_at"), groups);
    text.add(" order by r.due_at, r.id");
    return found(text.rows(em, page.first(), page.size()));
  }

  public long openCount(List<String> groups) {
    return live(new SqlText().add("select count(*)"), groups).number(em);
  }

  /** Open ones of places in force that were due before now. */
  public List<Review> overdue(List<String> groups, Instant now) {
    SqlText text = live(new SqlText().add("select cast(r.id as varchar(36)), r.due_at"), groups);
    text.add(" and r.due_at <= ? order by r.due_at, r.id", now.atOffset(ZoneOffset.UTC));
    return found(text.rows(em));
  }

  private static SqlText live(SqlText text, List<String> groups) {
    text.add(
        " from rights_review r left join organisation o on o.id = r.organisation"
            + " where r.closed_at is null and (o.state = 'ACTIVE'");
    if (!groups.isEmpty()) {
      text.add(
          " or r.service_group in ("
              + String.join(", ", Collections.nCopies(groups.size(), "?"))
              + ")",
          groups.toArray());
    }
    return text.add(")");
  }

  private List<Review> found(List<@Nullable Object[]> rows) {
    return rows.stream()
        .map(row -> em.find(Review.class, SqlText.id(String.valueOf(row[0]))))
        .toList();
  }

  /** Open ones of which everybody who was to be judged is confirmed or gone. */
  public List<Review> answered() {
    return found(
        new SqlText()
            .add(
                "select cast(r.id as varchar(36)), r.due_at from rights_review r"
                    + " where r.closed_at is null and (select count(*) from membership m"
                    + " join account a on a.id = m.account"
                    + " where m.organisation = r.organisation"
                    + LEFT.formatted("m", "m")
                    + " and (select count(*) from role_grant g join account a on a.id = g.account"
                    + " where g.service_group = r.service_group"
                    + LEFT.formatted("g", "g")
                    + " order by r.due_at")
            .rows(em));
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
