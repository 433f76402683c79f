package org.guichet.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.audit.entity.AuditHead;
import org.guichet.audit.entity.AuditQuery;
import org.guichet.audit.entity.AuditRecord;
import org.guichet.audit.entity.ChainHead;

/** In the database. */
@ApplicationScoped
public class JpaAuditRecords implements AuditRecords {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaAuditRecords() {}

  public JpaAuditRecords(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(AuditRecord entry) {
    em.persist(entry);
  }

  @Override
  public List<AuditRecord> list(AuditQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<AuditRecord> criteria = builder.createQuery(AuditRecord.class);
    Root<AuditRecord> entry = criteria.from(AuditRecord.class);
    criteria
        .select(entry)
        .where(conditions(builder, entry, query))
        .orderBy(builder.desc(entry.get("at")), builder.desc(entry.get("id")));
    return em.createQuery(criteria)
        .setFirstResult(query.page().first())
        .setMaxResults(query.page().size())
        .getResultList();
  }

  @Override
  public long count(AuditQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = builder.createQuery(Long.class);
    Root<AuditRecord> entry = criteria.from(AuditRecord.class);
    criteria.select(builder.count(entry)).where(conditions(builder, entry, query));
    return em.createQuery(criteria).getSingleResult();
  }

  private static Predicate[] conditions(
      CriteriaBuilder builder, Root<AuditRecord> entry, AuditQuery query) {
    List<Predicate> all = new ArrayList<>();
    query.action().ifPresent(a -> all.add(builder.equal(entry.get("action"), a.name())));
    query.actor().ifPresent(a -> all.add(builder.equal(entry.get("actor"), a)));
    query
        .organisation()
        .ifPresent(o -> all.add(builder.equal(entry.get("organisation"), o.value())));
    query.subject().ifPresent(s -> all.add(builder.equal(entry.get("subject"), s)));
    query.since().ifPresent(t -> all.add(builder.greaterThanOrEqualTo(entry.get("at"), t)));
    query.until().ifPresent(t -> all.add(builder.lessThan(entry.get("at"), t)));
    return all.toArray(new Predicate[0]);
  }

  @Override
  public List<AuditRecord> unsealed(int most) {
    return em.createQuery(
            "select e from AuditRecord e where e.position is null order by e.at, e.id",
            AuditRecord.class)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public long countUnsealed() {
    return em.createQuery("select count(e) from AuditRecord e where e.position is null", Long.class)
        .getSingleResult();
  }

  @Override
  public List<AuditRecord> sealedAfter(long position, int most) {
    return em.createQuery(
            "select e from AuditRecord e where e.position > :position order by e.position",
            AuditRecord.class)
        .setParameter("position", position)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public AuditHead lockHead() {
    AuditHead head = em.find(AuditHead.class, AuditHead.NAME, LockModeType.PESSIMISTIC_WRITE);
    if (head == null) {
      head = AuditHead.start();
      em.persist(head);
      em.flush(); // of two that get here, one fails on the primary key, and seals the next time
    }
    return head;
  }

  @Override
  public Optional<ChainHead> head() {
    return Optional.ofNullable(em.find(AuditHead.class, AuditHead.NAME)).map(AuditHead::head);
  }
}
