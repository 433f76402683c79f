package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.deposit.entity.AttemptReading;
import org.guichet.deposit.entity.CauseCount;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.Figures;
import org.guichet.deposit.entity.PassageRange;
import org.guichet.deposit.entity.Reading;
import org.guichet.flux.Dimension;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.platform.entity.DepositId;

/** Readings in the database. What concerns passages is one statement for a range of them. */
@Dependent
public class JpaAttemptReadings implements AttemptReadings {

  @PersistenceContext EntityManager em;

  @Override
  public void note(UUID attempt, DepositId deposit, Reading reading) {
    if (find(attempt).isEmpty()) {
      em.persist(
          AttemptReading.of(attempt, deposit, reading, FindingsJson.write(reading.findings())));
    }
  }

  @Override
  public Optional<AttemptReading> find(UUID attempt) {
    return Optional.ofNullable(em.find(AttemptReading.class, attempt));
  }

  @Override
  public Optional<AttemptReading> lock(UUID attempt) {
    return Optional.ofNullable(
        em.find(AttemptReading.class, attempt, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<UUID> open(int most) {
    return em.createQuery(
            "select r.attempt from AttemptReading r, Deposit d where r.open = :open"
                + " and d.id = r.deposit and d.attempt = r.attempt"
                + " and d.status <> :received and d.status <> :checking and d.status <> :failed"
                + " order by d.number",
            UUID.class)
        .setParameter("open", true)
        .setParameter("received", DepositStatus.RECEIVED)
        .setParameter("checking", DepositStatus.CHECKING)
        .setParameter("failed", DepositStatus.FAILED)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public Figures figures(UUID attempt) {
    return find(attempt)
        .flatMap(AttemptReading::figures)
        .map(FiguresJson::read)
        .orElseGet(() -> counted(attempt));
  }

  @Override
  public void count(AttemptReading reading) {
    reading.count(FiguresJson.write(counted(reading.attempt())));
  }

  private Figures counted(UUID attempt) {
    JpaPassageFindings findings = new JpaPassageFindings();
    findings.em = em;
    int passages = findings.passages(attempt);
    List<CauseCount> causes = findings.causes(attempt);
    Map<Dimension, Integer> faulty = new EnumMap<>(Dimension.class);
    Map<Dimension, Set<FindingCode>> met =
        causes.stream()
            .map(CauseCount::code)
            .collect(Collectors.groupingBy(FindingCode::dimension, Collectors.toSet()));
    met.forEach((which, codes) -> faulty.put(which, findings.passagesWith(attempt, codes)));
    return new Figures(passages, causes, faulty);
  }

  @Override
  public List<Finding> outside(AttemptReading reading) {
    return FindingsJson.read(reading.findings());
  }

  @Override
  public void list(UUID attempt, PassageRange range, boolean names) {
    String name =
        names
            ? "v.last_name, coalesce(v.first_name, '')"
            : "cast(null as varchar(60)), cast(null as varchar(60))";
    em.createNativeQuery(
            """
            insert into passage_entry (attempt, passage, number, organisation, certifier,
              id_technique, last_name, first_name)
            select v.attempt, v.passage, d.number, d.organisation, d.certifier, v.id_technique,
              %s
            from passage_verdict v join deposit d on d.id = v.deposit
            where v.attempt = ?1 and v.passage between ?2 and ?3
            """
                .formatted(name))
        .setParameter(1, attempt)
        .setParameter(2, range.first())
        .setParameter(3, range.last())
        .executeUpdate();
  }

  @Override
  public List<UUID> named(int most) {
    return em.createQuery(
            "select r.attempt from AttemptReading r, Deposit d where r.named = :yes"
                + " and r.open = :no and d.id = r.deposit and d.kept = :no and d.kind = :kind",
            UUID.class)
        .setParameter("yes", true)
        .setParameter("no", false)
        .setParameter("kind", DepositKind.REAL)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public void forgetNames(UUID attempt, PassageRange range) {
    for (String of : List.of("passage_verdict set birth_date = null,", "passage_entry set")) {
      em.createNativeQuery(
              "update "
                  + of
                  + " last_name = null, first_name = null"
                  + " where attempt = ?1 and passage between ?2 and ?3")
          .setParameter(1, attempt)
          .setParameter(2, range.first())
          .setParameter(3, range.last())
          .executeUpdate();
    }
  }
}
