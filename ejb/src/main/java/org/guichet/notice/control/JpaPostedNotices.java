package org.guichet.notice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.notice.entity.NoticeStatus;
import org.guichet.notice.entity.PostedNotice;

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
