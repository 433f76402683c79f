package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.guichet.deposit.entity.AttemptCertification;
import org.guichet.deposit.entity.PassageOutcome;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.deposit.entity.Tally;
import org.guichet.flux.Certification;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Passage;
import org.guichet.platform.entity.DepositId;
import org.jspecify.annotations.Nullable;

/** Verdicts in the database. What concerns all passages of a file is one statement. */
@Dependent
public class JpaPassageVerdicts implements PassageVerdicts {
  private static final int PAGE = 5_000;

  @PersistenceContext EntityManager em;

  @Override
  public void add(UUID attempt, DepositId deposit, Collection<Passage> batch) {
    try (VerdictInsert insert = new VerdictInsert(em.unwrap(Connection.class), attempt, deposit)) {
      for (Passage passage : batch) {
        insert.add(passage);
      }
      insert.execute();
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  @Override
  public void addCertifications(UUID attempt, DepositId deposit, Collection<Certification> batch) {
    batch.forEach(
        certification ->
            em.persist(
                AttemptCertification.of(attempt, deposit, certification, fault(certification))));
    em.flush();
    em.clear();
  }

  private static @Nullable String fault(Certification certification) {
    Finding fault = certification.fault();
    return fault == null ? null : FindingsJson.write(List.of(fault));
  }

  @Override
  public void forgetContent(UUID attempt) {
    Stream.of(FindingCode.values())
        .filter(code -> code.kind() != FindingCode.Kind.SCHEMA)
        .forEach(
            code -> {
              forgetFindings(attempt, code);
              em.createQuery(
                      "update PassageVerdict v set v.outcome = :taken, v.cause = null,"
                          + " v.findings = null where v.attempt = :attempt and v.cause = :code")
                  .setParameter("taken", PassageOutcome.OK)
                  .setParameter("attempt", attempt)
                  .setParameter("code", code)
                  .executeUpdate();
            });
  }

  private void forgetFindings(UUID attempt, FindingCode code) {
    em.createNativeQuery("delete from passage_finding where attempt = ?1 and code = ?2")
        .setParameter(1, attempt)
        .setParameter(2, code.name())
        .executeUpdate();
  }

  @Override
  public void fileCauses(UUID attempt, int first, int last) {
    em.createNativeQuery(
            """
            insert into passage_finding (attempt, code, passage, severity)
            select v.attempt, v.cause, v.passage,
              case when exists (select 1 from attempt_certification c
                where c.attempt = v.attempt and c.certification = v.certification
                and c.cause = v.cause) then 'CERTIFICATION' else 'PASSAGE' end
            from passage_verdict v
            where v.attempt = ?1 and v.passage between ?2 and ?3 and v.cause is not null
              and not exists (select 1 from passage_finding f
                where f.attempt = v.attempt and f.code = v.cause and f.passage = v.passage)
            """)
        .setParameter(1, attempt)
        .setParameter(2, first)
        .setParameter(3, last)
        .executeUpdate();
  }

  @Override
  public void refuseFaultyCertifications(UUID attempt) {
    if (faultyCertifications(attempt) == 0) {
      return; // as nearly always; the statement would look at every passage
    }
    em.createNativeQuery(
            """
            update passage_verdict set outcome = 'KO',
              cause = (select c.cause from attempt_certification c
                where c.attempt = passage_verdict.attempt
                and c.certification = passage_verdict.certification),
              findings = (select c.fault from attempt_certification c
                where c.attempt = passage_verdict.attempt
                and c.certification = passage_verdict.certification)
            where attempt = ?1 and outcome = 'OK' and certification in
              (select c.certification from attempt_certification c
              where c.attempt = ?2 and c.fault is not null)
            """)
        .setParameter(1, attempt)
        .setParameter(2, attempt)
        .executeUpdate();
  }

  private long faultyCertifications(UUID attempt) {
    return em.createQuery(
            "select count(c) from AttemptCertification c"
                + " where c.attempt = :attempt and c.cause is not null",
            Long.class)
        .setParameter("attempt", attempt)
        .getSingleResult();
  }

  @Override
  public Tally count(UUID attempt) {
    Map<PassageOutcome, Integer> counts = new EnumMap<>(PassageOutcome.class);
    em.createQuery(
            "select v.outcome, count(v) from PassageVerdict v where v.attempt = :attempt"
                + " group by v.outcome",
            Object[].class)
        .setParameter("attempt", attempt)
        .getResultStream()
        .forEach(row -> counts.put((PassageOutcome) row[0], ((Number) row[1]).intValue()));
    return new Tally(
        counts.getOrDefault(PassageOutcome.OK, 0), counts.getOrDefault(PassageOutcome.KO, 0));
  }

  @Override
  public void forEachRejected(UUID attempt, Consumer<PassageVerdict> reader) {
    forEach(attempt, PassageOutcome.KO, "v", PassageVerdict.class, reader);
  }

  @Override
  public void forEachAccepted(UUID attempt, Consumer<String> reader) {
    forEach(attempt, PassageOutcome.OK, "v.idTechnique", String.class, reader);
  }

  /** By ranges of the primary key: a limit would have the database sort all the rest each time. */
  private <T> void forEach(
      UUID attempt, PassageOutcome outcome, String what, Class<T> type, Consumer<T> reader) {
    int last = last(em, attempt);
    for (int from = 1; from <= last; from += PAGE) {
      em.createQuery(
              "select "
                  + what
                  + " from PassageVerdict v where v.attempt = :attempt and v.outcome = :outcome"
                  + " and v.passage >= :from and v.passage < :to order by v.passage",
              type)
          .setParameter("attempt", attempt)
          .setParameter("outcome", outcome)
          .setParameter("from", from)
          .setParameter("to", from + PAGE)
          .getResultList()
          .forEach(reader);
      em.clear();
    }
  }

  /** Position of the last passage of an attempt; 0 when it has none. */
  static int last(EntityManager em, UUID attempt) {
    Integer last =
        em.createQuery(
                "select max(v.passage) from PassageVerdict v where v.attempt = :attempt",
                Integer.class)
            .setParameter("attempt", attempt)
            .getSingleResult();
    return last == null ? 0 : last;
  }

  @Override
  public void sweep(UUID attempt) {
    for (String entity : List.of("PassageVerdict", "AttemptCertification")) {
      em.createQuery("delete from " + entity + " v where v.attempt = :attempt")
          .setParameter("attempt", attempt)
          .executeUpdate();
    }
    for (String table : List.of("passage_finding", "passage_entry", "attempt_reading")) {
      em.createNativeQuery("delete from " + table + " where attempt = ?1")
          .setParameter(1, attempt)
          .executeUpdate();
    }
  }
}
