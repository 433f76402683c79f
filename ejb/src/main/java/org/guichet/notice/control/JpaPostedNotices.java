package org.guichet.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.entity.InboxPosition;
import org.guichet.notice.entity.MailFailure;
import org.guichet.notice.entity.NoticeQuery;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.PostedNotice;
import org.guichet.platform.entity.OrganisationId;

/** In the database. */
@ApplicationScoped
public class JpaPostedNotices implements PostedNotices {
  private static final String DUE =
      " n.status = :waiting and n.nextTryAt <= :now"
          + " and (n.leaseUntil is null or n.leaseUntil < :now)";

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaPostedNotices() {}

  public JpaPostedNotices(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(PostedNotice notice) {
    em.persist(notice);
  }

  @Override
  public Optional<PostedNotice> find(UUID id) {
    return Optional.ofNullable(em.find(PostedNotice.class, id));
  }

  @Override
  public Optional<PostedNotice> findByDedupKey(String key) {
    return em.createQuery(
            "select n from PostedNotice n where n.dedupKey = :key", PostedNotice.class)
        .setParameter("key", key)
        .getResultStream()
        .findFirst();
  }

  @Override
  public int removeThread(UUID thread) {
    List<PostedNotice> about =
        em.createQuery("select n from PostedNotice n where n.thread = :thread", PostedNotice.class)
            .setParameter("thread", thread)
            .getResultList();
    about.forEach(em::remove);
    return about.size();
  }

  @Override
  public int removePostedBefore(Instant time, int most) {
    List<PostedNotice> old =
        em.createQuery(
                "select n from PostedNotice n where n.postedAt < :time and n.status <> :waiting"
                    + " order by n.postedAt",
                PostedNotice.class)
            .setParameter("time", time)
            .setParameter("waiting", NoticeStatus.WAITING)
            .setMaxResults(most)
            .getResultList();
    old.forEach(em::remove);
    return old.size();
  }

  @Override
  public Optional<UUID> before(PostedNotice notice) {
    if (notice.thread().isEmpty()) {
      return Optional.empty();
    }
    return em.createQuery(
            "select n.id from PostedNotice n where n.thread = :thread"
                + " and n.recipient = :recipient and n.postedAt < :postedAt"
                + " order by n.postedAt, n.id",
            UUID.class)
        .setParameter("thread", notice.thread().get())
        .setParameter("recipient", notice.recipient())
        .setParameter("postedAt", notice.postedAt())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<PostedNotice> list(NoticeQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<PostedNotice> criteria = builder.createQuery(PostedNotice.class);
    Root<PostedNotice> notice = criteria.from(PostedNotice.class);
    List<Predicate> conditions = new ArrayList<>();
    query
        .organisation()
        .ifPresent(whom -> conditions.add(builder.equal(notice.get("organisation"), whom.value())));
    query.status().ifPresent(status -> conditions.add(builder.equal(notice.get("status"), status)));
    criteria
        .where(conditions.toArray(Predicate[]::new))
        .orderBy(builder.desc(notice.get("postedAt")), builder.desc(notice.get("id")));
    return em.createQuery(criteria)
        .setFirstResult(query.first())
        .setMaxResults(query.size())
        .getResultList();
  }

  @Override
  public List<PostedNotice> about(OrganisationId organisation, UUID thread, int most) {
    return em.createQuery(
            "select n from PostedNotice n where n.thread = :thread"
                + " and n.organisation = :organisation order by n.postedAt desc, n.id",
            PostedNotice.class)
        .setParameter("thread", thread)
        .setParameter("organisation", organisation.value())
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public int wake(Instant now) {
    return em.createQuery(
            "update PostedNotice n set n.nextTryAt = :now where n.status = :waiting"
                + " and n.nextTryAt > :now and n.failure.kind in :anyMail")
        .setParameter("now", now)
        .setParameter("waiting", NoticeStatus.WAITING)
        .setParameter(
            "anyMail",
            Arrays.stream(MailFailure.Kind.values()).filter(MailFailure.Kind::anyMail).toList())
        .executeUpdate();
  }

  @Override
  public Optional<InboxPosition> position(String inbox) {
    return Optional.ofNullable(em.find(InboxPosition.class, inbox));
  }

  @Override
  public void add(InboxPosition position) {
    em.persist(position);
  }

  @Override
  public List<UUID> due(Instant now, int atMost) {
    return em.createQuery(
            "select n.id from PostedNotice n where" + DUE + " order by n.nextTryAt, n.postedAt",
            UUID.class)
        .setParameter("waiting", NoticeStatus.WAITING)
        .setParameter("now", now)
        .setMaxResults(atMost)
        .getResultList();
  }

  @Override
  public boolean claim(UUID id, Instant now, String holder, Instant leaseUntil) {
    // One statement: the row's lock lets one of several servers see it due.
    int claimed =
        em.createQuery(
                "update PostedNotice n set n.leaseHolder = :holder, n.leaseUntil = :until"
                    + " where n.id = :id and"
                    + DUE)
            .setParameter("holder", holder)
            .setParameter("until", leaseUntil)
            .setParameter("id", id)
            .setParameter("waiting", NoticeStatus.WAITING)
            .setParameter("now", now)
            .executeUpdate();
    return claimed == 1;
  }

  @Override
  public int releaseEarlierRuns(String node, String thisRun) {
    return em.createQuery(
            "update PostedNotice n set n.leaseHolder = null, n.leaseUntil = null"
                + " where n.status = :waiting and n.leaseHolder like :node"
                + " and n.leaseHolder <> :thisRun")
        .setParameter("waiting", NoticeStatus.WAITING)
        .setParameter("node", node + "/%")
        .setParameter("thisRun", thisRun)
        .executeUpdate();
  }
}
