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

  private static final String KEYS_OF_ATTEMPTS =
      """
      select cast(d.id as varchar(36)), cast(d.attempt as varchar(36)), count(*)
      from deposit d
      join passage_verdict v on v.attempt = d.attempt
      join key_claim k on k.issuer = d.sender and k.id_technique = v.id_technique
        and k.attempt = v.attempt and k.passage = v.passage
      where d.id >= ?1 and d.id <= ?2
      group by d.id, d.attempt
      """;

  private static final String ALL_KEYS =
      """
      select cast(k.deposit as varchar(36)), cast(k.attempt as varchar(36)), count(*)
      from key_claim k
      where k.deposit >= ?1 and k.deposit <= ?2
      group by k.deposit, k.attempt
      """;

  private static final String VERDICTS_OF_ATTEMPTS =
      """
      select cast(d.id as varchar(36)), cast(v.attempt as varchar(36)), v.outcome, count(*),
        count(v.withdrawn_by)
      from deposit d
      join passage_verdict v on v.attempt = d.attempt
      where d.id >= ?1 and d.id <= ?2
      group by d.id, v.attempt, v.outcome
      """;

  private static final String ALL_VERDICTS =
      """
      select cast(v.deposit as varchar(36)), cast(v.attempt as varchar(36)), v.outcome, count(*),
        count(v.withdrawn_by)
      from passage_verdict v
      where v.deposit >= ?1 and v.deposit <= ?2
      group by v.deposit, v.attempt, v.outcome
      """;

  private static final String STRAY_VERDICTS =
      """
      select distinct cast(v.deposit as varchar(36))
      from passage_verdict v
      left join deposit d on d.id = v.deposit and d.attempt = v.attempt
      where d.id is null
      """;

  private static final String STRAY_KEYS =
      """
      select distinct cast(k.deposit as varchar(36))
      from key_claim k
      left join deposit d on d.id = k.deposit and d.attempt = k.attempt
      left join passage_verdict v on v.attempt = k.attempt and v.passage = k.passage
        and v.id_technique = k.id_technique
      where d.id is null or v.attempt is null
      """;

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

  /**
   * What other rows say of deposits from {@code from} to {@code to}, as far as they belong to the
   * attempt that each deposit names: its passages by their key, and by theirs the keys that they
   * claimed. What belongs to none is {@link #withStrays}.
   */
  public Map<UUID, DepositTraces> traces(UUID from, UUID to) {
    return together(
        history(from, to),
        counted(KEYS_OF_ATTEMPTS, from, to),
        verdicts(VERDICTS_OF_ATTEMPTS, from, to));
  }

  /** All that other rows say of one deposit. Goes through all passages and keys there are. */
  public DepositTraces allTraces(DepositId deposit) {
    UUID id = deposit.value();
    return together(history(id, id), counted(ALL_KEYS, id, id), verdicts(ALL_VERDICTS, id, id))
        .getOrDefault(id, DepositTraces.NONE);
  }

  private static Map<UUID, DepositTraces> together(
      Map<UUID, Set<DepositStatus>> history,
      Map<UUID, Map<UUID, Long>> keys,
      Map<UUID, Map<UUID, Verdicts>> verdicts) {
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

  /**
   * Some deposits, known ones or not, that passages or keys name without belonging to the attempt
   * that counts. Goes once through all passages and keys there are.
   */
  @SuppressWarnings("unchecked") // a native query has no result type
  public Set<UUID> withStrays(int most) {
    Set<UUID> found = new HashSet<>();
    for (String strays : List.of(STRAY_VERDICTS, STRAY_KEYS)) {
      List<Object> ids = em.createNativeQuery(strays).setMaxResults(most).getResultList();
      ids.forEach(id -> found.add(UUID.fromString((String) id)));
    }
    return found;
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
  private List<Object[]> rows(String query, UUID from, UUID to) {
    return em.createNativeQuery(query).setParameter(1, from).setParameter(2, to).getResultList();
  }

  private Map<UUID, Map<UUID, Long>> counted(String query, UUID from, UUID to) {
    Map<UUID, Map<UUID, Long>> keys = new HashMap<>();
    for (Object[] row : rows(query, from, to)) {
      keys.computeIfAbsent(UUID.fromString((String) row[0]), id -> new HashMap<>())
          .put(UUID.fromString((String) row[1]), ((Number) row[2]).longValue());
    }
    return keys;
  }

  private Map<UUID, Map<UUID, Verdicts>> verdicts(String query, UUID from, UUID to) {
    Map<UUID, Map<UUID, Verdicts>> verdicts = new HashMap<>();
    for (Object[] row : rows(query, from, to)) {
      long passages = ((Number) row[3]).longValue();
      boolean taken = row[2].equals(PassageOutcome.OK.name());
      verdicts
          .computeIfAbsent(UUID.fromString((String) row[0]), id -> new HashMap<>())
          .merge(
              UUID.fromString((String) row[1]),
              new Verdicts(
                  taken ? passages : 0, taken ? 0 : passages, ((Number) row[4]).longValue()),
              Verdicts::and);
    }
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
