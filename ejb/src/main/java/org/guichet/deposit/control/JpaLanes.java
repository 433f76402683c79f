package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.Lane;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.platform.entity.OrganisationId;

/** Lanes as rows: claiming one is an update that counts its rows, so that of two only one wins. */
@Dependent
public class JpaLanes implements Lanes {
  @PersistenceContext EntityManager em;

  @Override
  public List<LaneLease> free(Instant now) {
    // A join rather than "not exists": a query with a function has its values written out for H2,
    // and a time loses its zone.
    return em.createQuery(
            "select d.organisation, d.kind, min(d.line) from Deposit d left join Lane l"
                + " on l.organisation = d.organisation and l.kind = d.kind"
                + " and l.holder is not null and l.leaseUntil > :now"
                + " where (d.status = :received or d.status = :checking) and l.organisation is null"
                + " group by d.organisation, d.kind order by min(d.line)",
            Object[].class)
        .setParameter("received", DepositStatus.RECEIVED)
        .setParameter("checking", DepositStatus.CHECKING)
        .setParameter("now", now)
        .getResultStream()
        .map(
            row ->
                new LaneLease(
                    new OrganisationId((UUID) row[0]), (DepositKind) row[1], "", Instant.MIN))
        .toList();
  }

  @Override
  public boolean claim(LaneLease lease, Instant now) {
    int claimed =
        em.createQuery(
                "update Lane l set l.holder = :holder, l.leaseUntil = :until"
                    + " where l.organisation = :organisation and l.kind = :kind"
                    + " and (l.holder is null or l.leaseUntil <= :now)")
            .setParameter("holder", lease.holder())
            .setParameter("until", lease.until())
            .setParameter("organisation", lease.organisation().value())
            .setParameter("kind", lease.kind())
            .setParameter("now", now)
            .executeUpdate();
    if (claimed == 0
        && em.find(Lane.class, new Lane.Key(lease.organisation().value(), lease.kind())) == null) {
      em.persist(Lane.held(lease));
      em.flush(); // of two that get here, one fails on the primary key, and so does its claim
      return true;
    }
    return claimed > 0;
  }

  @Override
  public boolean renew(LaneLease lease) {
    return em.createQuery(
                "update Lane l set l.leaseUntil = :until where l.organisation = :organisation"
                    + " and l.kind = :kind and l.holder = :holder")
            .setParameter("until", lease.until())
            .setParameter("organisation", lease.organisation().value())
            .setParameter("kind", lease.kind())
            .setParameter("holder", lease.holder())
            .executeUpdate()
        > 0;
  }

  @Override
  public void release(LaneLease lease) {
    em.createQuery(
            "update Lane l set l.holder = null, l.leaseUntil = null"
                + " where l.organisation = :organisation and l.kind = :kind"
                + " and l.holder = :holder")
        .setParameter("organisation", lease.organisation().value())
        .setParameter("kind", lease.kind())
        .setParameter("holder", lease.holder())
        .executeUpdate();
  }

  @Override
  public int releaseEarlierRuns(String node, String thisRun) {
    return em.createQuery(
            "update Lane l set l.holder = null, l.leaseUntil = null"
                + " where l.holder like :node and l.holder not like :thisRun")
        .setParameter("node", node + "/%")
        .setParameter("thisRun", thisRun + "/%")
        .executeUpdate();
  }
}
