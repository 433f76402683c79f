package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.entity.DepositMoved;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DuplicateDrop;

/** Duplicates in the database. */
@Dependent
public class JpaDuplicateDrops implements DuplicateDrops {
  @PersistenceContext EntityManager em;
  @Inject Event<DepositMoved> moved;

  @Override
  public void add(DuplicateDrop duplicate) {
    em.persist(duplicate);
    em.flush();
    moved.fire(new DepositMoved(duplicate.organisation(), Optional.empty()));
  }

  @Override
  public Optional<DuplicateDrop> find(UUID id) {
    return Optional.ofNullable(em.find(DuplicateDrop.class, id));
  }

  @Override
  public Optional<DuplicateDrop> lock(UUID id) {
    return Optional.ofNullable(em.find(DuplicateDrop.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<UUID> answerable() {
    // A join rather than "exists": a query with a function has its values written out for H2, and a
    // boolean becomes a number.
    return em.createQuery(
            "select u.id from DuplicateDrop u, Deposit d where d.id = u.firstDeposit"
                + " and u.processingAnswered = :no and (u.receivedAnswered = :no"
                + " or (d.decidedAt is not null and d.status <> :failed)) order by u.number",
            UUID.class)
        .setParameter("no", false)
        .setParameter("failed", DepositStatus.FAILED)
        .setMaxResults(1_000)
        .getResultList();
  }
}
