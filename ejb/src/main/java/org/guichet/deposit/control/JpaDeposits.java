package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositMoved;
import org.guichet.deposit.entity.DepositQuery;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.PassageCount;
import org.guichet.flux.FluxAction;
import org.guichet.platform.control.Sequences;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * Deposits in the database. No query hands a collection in: the persistence provider would then
 * write all of its values into the statement, instead of binding them.
 */
@Dependent
public class JpaDeposits implements Deposits {
  @PersistenceContext EntityManager em;
  @Inject Event<DepositMoved> moved;

  @Override
  public void add(Deposit deposit) {
    em.persist(deposit);
    em.flush();
  }

  @Override
  public void addHistory(DepositHistory step) {
    em.persist(step);
    find(step.deposit())
        .map(deposit -> new DepositMoved(deposit.organisation(), deposit.certifier()))
        .ifPresent(moved::fire);
  }

  @Override
  public Optional<Deposit> find(DepositId id) {
    return Optional.ofNullable(em.find(Deposit.class, id.value()));
  }

  @Override
  public Optional<Deposit> findByNumber(long number) {
    return em.createQuery("select d from Deposit d where d.number = :number", Deposit.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Deposit> findByDedupKey(String dedupKey) {
    return em.createQuery("select d from Deposit d where d.dedupKey = :dedupKey", Deposit.class)
        .setParameter("dedupKey", dedupKey)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Deposit> latestOf(OrganisationId organisation, Sha256 sha256) {
    return em.createQuery(
            "select d from Deposit d where d.organisation = :organisation and d.sha256 = :sha256"
                + " and d.kind = :kind order by d.number desc",
            Deposit.class)
        .setParameter("organisation", organisation.value())
        .setParameter("sha256", sha256.hex())
        .setParameter("kind", DepositKind.REAL)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Deposit> head(OrganisationId organisation, DepositKind kind) {
    return em.createQuery(
            "select d from Deposit d where (d.status = :received or d.status = :checking)"
                + " and d.organisation = :organisation"
                + " and d.kind = :kind order by d.line",
            Deposit.class)
        .setParameter("received", DepositStatus.RECEIVED)
        .setParameter("checking", DepositStatus.CHECKING)
        .setParameter("organisation", organisation.value())
        .setParameter("kind", kind)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Deposit> list(DepositQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Deposit> criteria = builder.createQuery(Deposit.class);
    Root<Deposit> deposit = criteria.from(Deposit.class);
    List<Predicate> conditions = new ArrayList<>();
    query
        .organisation()
        .ifPresent(
            organisation ->
                conditions.add(builder.equal(deposit.get("organisation"), organisation.value())));
    query
        .status()
        .ifPresent(status -> conditions.add(builder.equal(deposit.get("status"), status)));
    criteria
        .select(deposit)
        .where(conditions.toArray(new Predicate[0]))
        .orderBy(builder.desc(deposit.get("number")));
    return em.createQuery(criteria)
        .setFirstResult(query.from())
        .setMaxResults(query.most())
        .getResultList();
  }

  @Override
  public List<Deposit> declaring(
      OrganisationId organisation, DepositStatus status, Instant since, int most) {
    return em.createQuery(
            "select d from Deposit d where d.status = :status and d.organisation = :organisation"
                + " and d.kind = :kind and d.receivedAt >= :since"
                + " and (d.action is null or d.action <> :suppression)"
                + " order by d.status desc, d.organisation desc, d.kind desc, d.line desc",
            Deposit.class)
        .setParameter("status", status)
        .setParameter("organisation", organisation.value())
        .setParameter("kind", DepositKind.REAL)
        .setParameter("since", since)
        .setParameter("suppression", FluxAction.SUPPRESSION.name())
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Deposit> named(Optional<OrganisationId> organisation, String beginning, int most) {
    return named("select d", " order by d.number desc", Deposit.class, organisation, beginning)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public long countNamed(Optional<OrganisationId> organisation, String beginning) {
    return named("select count(d)", "", Long.class, organisation, beginning).getSingleResult();
  }

  private <T> TypedQuery<T> named(
      String what,
      String order,
      Class<T> type,
      Optional<OrganisationId> organisation,
      String beginning) {
    TypedQuery<T> query =
        em.createQuery(
            what
                + " from Deposit d where d.fileName like :name escape '!'"
                + organisation.map(one -> " and d.organisation = :organisation").orElse("")
                + order,
            type);
    organisation.ifPresent(one -> query.setParameter("organisation", one.value()));
    return query.setParameter("name", beginning.replaceAll("[!%_]", "!$0") + "%");
  }

  @Override
  public List<Deposit> decidedSince(OrganisationId organisation, Instant since, int most) {
    return em.createQuery(
            "select d from Deposit d where d.organisation = :organisation and d.kind = :kind"
                + " and d.decidedAt > :since order by d.decidedAt desc",
            Deposit.class)
        .setParameter("organisation", organisation.value())
        .setParameter("kind", DepositKind.REAL)
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public long count(Optional<OrganisationId> organisation, DepositStatus status) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = builder.createQuery(Long.class);
    Root<Deposit> deposit = criteria.from(Deposit.class);
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(builder.equal(deposit.get("status"), status));
    organisation.ifPresent(
        whose -> conditions.add(builder.equal(deposit.get("organisation"), whose.value())));
    criteria.select(builder.count(deposit)).where(conditions.toArray(new Predicate[0]));
    return em.createQuery(criteria).getSingleResult();
  }

  @Override
  public PassageCount passages(Optional<OrganisationId> organisation, Instant from, Instant until) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Object[]> criteria = builder.createQuery(Object[].class);
    Root<Deposit> deposit = criteria.from(Deposit.class);
    List<Predicate> conditions = new ArrayList<>();
    conditions.add(builder.equal(deposit.get("kind"), DepositKind.REAL));
    conditions.add(builder.isNotNull(deposit.get("decidedAt")));
    conditions.add(builder.notEqual(deposit.get("status"), DepositStatus.FAILED));
    conditions.add(builder.greaterThanOrEqualTo(deposit.get("receivedAt"), from));
    conditions.add(builder.lessThan(deposit.get("receivedAt"), until));
    organisation.ifPresent(
        whose -> conditions.add(builder.equal(deposit.get("organisation"), whose.value())));
    criteria
        .multiselect(
            builder.count(deposit),
            builder.sumAsLong(deposit.<Integer>get("accepted")),
            builder.sumAsLong(deposit.<Integer>get("rejected")))
        .where(conditions.toArray(new Predicate[0]));
    Object[] row = em.createQuery(criteria).getSingleResult();
    return new PassageCount(number(row[0]), number(row[1]), number(row[2]));
  }

  /** A sum over no rows is null. */
  private static long number(@Nullable Object sum) {
    return sum == null ? 0 : ((Number) sum).longValue();
  }

  @Override
  public List<Deposit> oldTrials(Instant before, int most) {
    return em.createQuery(
            "select d from Deposit d where d.kind = :kind and d.decidedAt < :before", Deposit.class)
        .setParameter("kind", DepositKind.TRIAL)
        .setParameter("before", before)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Deposit> oldFiles(Instant before, int most) {
    return em.createQuery(
            "select d from Deposit d where d.kind = :kind and d.kept = :yes"
                + " and d.decidedAt < :before and d.status <> :failed",
            Deposit.class)
        .setParameter("kind", DepositKind.REAL)
        .setParameter("yes", true) // a literal would reach the database as a number
        .setParameter("before", before)
        .setParameter("failed", DepositStatus.FAILED)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public boolean needed(Sha256 sha256, DepositId but) {
    return em.createQuery(
                "select count(d) from Deposit d where d.sha256 = :sha256 and d.kept = :yes"
                    + " and d.kind = :kind and d.id <> :but",
                Long.class)
            .setParameter("sha256", sha256.hex())
            .setParameter("yes", true)
            .setParameter("kind", DepositKind.REAL)
            .setParameter("but", but.value())
            .getSingleResult()
        > 0;
  }

  @Override
  public void remove(Deposit deposit) {
    em.createQuery("delete from DepositHistory h where h.deposit = :deposit")
        .setParameter("deposit", deposit.id().value())
        .executeUpdate();
    em.remove(deposit);
  }

  @Override
  public long nextNumber() {
    return Sequences.next(em, "deposit_number_seq");
  }

  @Override
  public long nextLine() {
    return Sequences.next(em, "deposit_line_seq");
  }

  @Override
  public long nextTreatment() {
    return Sequences.next(em, "deposit_treatment_seq");
  }
}
