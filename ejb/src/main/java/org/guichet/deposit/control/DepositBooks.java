package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositBytes;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositTraces;
import org.guichet.deposit.entity.DepositTraces.Verdicts;
import org.guichet.deposit.entity.DuplicateDrop;
import org.guichet.deposit.entity.LaneLease;
import org.guichet.deposit.entity.PassageOutcome;
import org.guichet.deposit.entity.Upload;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/**
 * All rows of this component by pages and ranges of ids, for comparing. Ids have the database's
 * order, which isn't Java's; so ids are compared there only. Memory is that of a page.
 */
@Dependent
public class DepositBooks {
  private static final String IN_RANGE = ".deposit >= :from and %s.deposit <= :to";

  @PersistenceContext EntityManager em;

  /** Some deposits in the order of their ids, from the first after {@code after} on. */
  public List<Deposit> page(UUID after, int most) {
    return em.createQuery(
            "select d from Deposit d where d.id > :after order by d.id", Deposit.class)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** The newest by their number. */
  public List<Deposit> newest(int most) {
    return em.createQuery("select d from Deposit d order by d.number desc", Deposit.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** As its row is now, not as this transaction saw it before. */
  public Optional<Deposit> now(DepositId id) {
    em.clear();
    return Optional.ofNullable(em.find(Deposit.class, id.value()));
  }

  public List<DuplicateDrop> duplicates(UUID from, UUID to) {
    return em.createQuery(
            "select d from DuplicateDrop d where d.id >= :from and d.id <= :to",
            DuplicateDrop.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList();
  }

  public List<Upload> uploads(UUID after, int most) {
    return em.createQuery("select u from Upload u where u.id > :after order by u.id", Upload.class)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultList();
  }

  /** Lanes that somebody says he holds: no more than there are organisations at work. */
  public List<LaneLease> heldLanes() {
    return em.createQuery(
            "select l.organisation, l.kind, l.holder, l.leaseUntil from Lane l"
                + " where l.holder is not null and l.leaseUntil is not null",
            Object[].class)
        .getResultStream()
        .map(
            row ->
                new LaneLease(
                    new OrganisationId((UUID) row[0]),
                    (DepositKind) row[1],
                    (String) row[2],
                    (Instant) row[3]))
        .toList();
  }

  /** What other rows say, for deposits from {@code from} to {@code to}; also for unknown ones. */
  public Map<UUID, DepositTraces> traces(UUID from, UUID to) {
    Map<UUID, Set<DepositStatus>> history = history(from, to);
    Map<UUID, Map<UUID, Long>> keys = keys(from, to);
    Map<UUID, Map<UUID, Verdicts>> verdicts = verdicts(from, to);
    Set<UUID> all = new HashSet<>(history.keySet());
    all.addAll(keys.keySet());
    all.addAll(verdicts.keySet());
    Map<UUID, DepositTraces> traces = new HashMap<>();
    for (UUID id : all) {
      traces.put(
          id,
          new DepositTraces(
              history.getOrDefault(id, Set.of()),
              keys.getOrDefault(id, Map.of()),
              verdicts.getOrDefault(id, Map.of())));
    }
    return traces;
  }

  private Map<UUID, Set<DepositStatus>> history(UUID from, UUID to) {
    Map<UUID, Set<DepositStatus>> history = new HashMap<>();
    em.createQuery(
            "select distinct h.deposit, h.status from DepositHistory h where h"
                + IN_RANGE.formatted("h"),
            Object[].class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .forEach(
            row ->
                history
                    .computeIfAbsent((UUID) row[0], id -> EnumSet.noneOf(DepositStatus.class))
                    .add((DepositStatus) row[1]));
    return history;
  }

  @SuppressWarnings("unchecked") // a native query has no result type
  private Map<UUID, Map<UUID, Long>> keys(UUID from, UUID to) {
    List<Object[]> counts =
        em.createNativeQuery(
                """
                select cast(deposit as varchar(36)), cast(attempt as varchar(36)), count(*)
                from accepted_key where deposit >= ?1 and deposit <= ?2
                group by deposit, attempt
                """)
            .setParameter(1, from)
            .setParameter(2, to)
            .getResultList();
    Map<UUID, Map<UUID, Long>> keys = new HashMap<>();
    for (Object[] row : counts) {
      keys.computeIfAbsent(UUID.fromString((String) row[0]), id -> new HashMap<>())
          .put(UUID.fromString((String) row[1]), ((Number) row[2]).longValue());
    }
    return keys;
  }

  private Map<UUID, Map<UUID, Verdicts>> verdicts(UUID from, UUID to) {
    Map<UUID, Map<UUID, Verdicts>> verdicts = new HashMap<>();
    em.createQuery(
            "select v.deposit, v.attempt, v.outcome, count(v.passage), count(v.withdrawnBy)"
                + " from PassageVerdict v where v"
                + IN_RANGE.formatted("v")
                + " group by v.deposit, v.attempt, v.outcome",
            Object[].class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .forEach(
            row -> {
              long rows = ((Number) row[3]).longValue();
              boolean taken = row[2] == PassageOutcome.OK;
              verdicts
                  .computeIfAbsent((UUID) row[0], id -> new HashMap<>())
                  .merge(
                      (UUID) row[1],
                      new Verdicts(
                          taken ? rows : 0, taken ? 0 : rows, ((Number) row[4]).longValue()),
                      Verdicts::and);
            });
    return verdicts;
  }

  /** Which bytes are needed whose digest is from {@code from} on and before {@code to}. */
  public List<DepositBytes> bytes(String from, String to) {
    return em.createQuery(
            "select d.number, d.sha256, d.size from Deposit d"
                + " where d.sha256 >= :from and d.sha256 < :to and d.kept = :yes"
                + " and d.kind = :kind",
            Object[].class)
        .setParameter("from", from)
        .setParameter("to", to)
        .setParameter("yes", true) // a literal would reach the database as a number
        .setParameter("kind", DepositKind.REAL)
        .getResultStream()
        .map(
            row ->
                new DepositBytes(
                    ((Number) row[0]).longValue(),
                    new Sha256((String) row[1]),
                    ((Number) row[2]).longValue()))
        .toList();
  }

  /** Some trials without a verdict yet, whose bytes must lie in the incoming folder. */
  public List<Deposit> openTrials(int most) {
    return em.createQuery(
            "select d from Deposit d where d.kind = :kind and d.sha256 is not null"
                + " and (d.status = :received or d.status = :checking) order by d.line",
            Deposit.class)
        .setParameter("kind", DepositKind.TRIAL)
        .setParameter("received", DepositStatus.RECEIVED)
        .setParameter("checking", DepositStatus.CHECKING)
        .setMaxResults(most)
        .getResultList();
  }

  /** Forgets what a dead attempt wrote. */
  public void forgetAttempt(DepositId deposit, UUID attempt) {
    for (String entity : List.of("PassageVerdict", "AttemptCertification")) {
      em.createQuery(
              "delete from " + entity + " v where v.deposit = :deposit and v.attempt = :attempt")
          .setParameter("deposit", deposit.value())
          .setParameter("attempt", attempt)
          .executeUpdate();
    }
  }
}
