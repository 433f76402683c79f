package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.deposit.entity.CauseCount;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Severity;
import org.guichet.platform.entity.PageRequest;

/** Over the table {@code passage_finding}, which has a row for each passage and code. */
@Dependent
@SuppressWarnings("unchecked") // native queries have no result type
public class JpaPassageFindings implements PassageFindings {
  private static final int RANGE = 5_000;

  @PersistenceContext EntityManager em;

  @Override
  public List<CauseCount> causes(UUID attempt) {
    Stream<Object[]> rows =
        em.createNativeQuery(
                """
                select code, severity, count(*) from passage_finding
                where attempt = ?1 group by code, severity
                """)
            .setParameter(1, attempt)
            .getResultStream();
    return rows.map(
            row ->
                new CauseCount(
                    FindingCode.valueOf(row[0].toString()),
                    Severity.valueOf(row[1].toString()),
                    ((Number) row[2]).intValue()))
        .sorted(
            Comparator.comparing(CauseCount::severity)
                .thenComparing(Comparator.comparing(CauseCount::passages).reversed())
                .thenComparing(cause -> cause.code().number()))
        .toList();
  }

  @Override
  public int passagesWith(UUID attempt, Set<FindingCode> codes) {
    if (codes.isEmpty()) {
      return 0;
    }
    List<FindingCode> wanted = List.copyOf(codes);
    String places =
        IntStream.rangeClosed(1, wanted.size())
            .mapToObj(i -> "?" + (i + 1))
            .collect(Collectors.joining(", "));
    Query query =
        em.createNativeQuery(
                "select count(distinct passage) from passage_finding"
                    + " where attempt = ?1 and severity <> 'CERTIFICATION' and code in ("
                    + places
                    + ")")
            .setParameter(1, attempt);
    for (int i = 0; i < wanted.size(); i++) {
      query.setParameter(i + 2, wanted.get(i).name());
    }
    return ((Number) query.getSingleResult()).intValue();
  }

  @Override
  public int passages(UUID attempt) {
    return JpaPassageVerdicts.last(em, attempt);
  }

  @Override
  public List<PassageVerdict> of(UUID attempt, FindingCode code, PageRequest part) {
    return em.createNativeQuery(
            """
            select v.* from (select passage from passage_finding
              where attempt = ?1 and code = ?2 order by passage
              offset ?3 rows fetch next ?4 rows only) f
            join passage_verdict v on v.attempt = ?5 and v.passage = f.passage
            order by v.passage
            """,
            PassageVerdict.class)
        .setParameter(1, attempt)
        .setParameter(2, code.name())
        .setParameter(3, part.first())
        .setParameter(4, part.size())
        .setParameter(5, attempt)
        .getResultList();
  }

  @Override
  public List<PassageVerdict> after(UUID attempt, FindingCode code, int position, int most) {
    return em.createNativeQuery(
            """
            select v.* from (select passage from passage_finding
              where attempt = ?1 and code = ?2 and passage > ?3 order by passage
              fetch first ?4 rows only) f
            join passage_verdict v on v.attempt = ?5 and v.passage = f.passage
            order by v.passage
            """,
            PassageVerdict.class)
        .setParameter(1, attempt)
        .setParameter(2, code.name())
        .setParameter(3, position)
        .setParameter(4, most)
        .setParameter(5, attempt)
        .getResultList();
  }

  @Override
  public void forEach(UUID attempt, Consumer<PassageVerdict> reader) {
    int last = passages(attempt);
    for (int from = 1; from <= last; from += RANGE) {
      em.createQuery(
              "select v from PassageVerdict v where v.attempt = :attempt"
                  + " and v.passage >= :from and v.passage < :to"
                  + " and (v.findings is not null or v.cause is not null) order by v.passage",
              PassageVerdict.class)
          .setParameter("attempt", attempt)
          .setParameter("from", from)
          .setParameter("to", from + RANGE)
          .getResultList()
          .forEach(reader);
      em.clear();
    }
  }

  @Override
  public List<PassageVerdict> named(UUID attempt, String idTechnique, int most) {
    return listed(attempt)
        ? em.createNativeQuery(
                """
                select v.* from passage_entry e
                join passage_verdict v on v.attempt = e.attempt and v.passage = e.passage
                where e.id_technique = ?1 and e.attempt = ?2 order by e.passage
                """,
                PassageVerdict.class)
            .setParameter(1, idTechnique)
            .setParameter(2, attempt)
            .setMaxResults(most)
            .getResultList()
        : looked(attempt, idTechnique, most);
  }

  /** Whether searches find all its passages; trials are never listed. */
  private boolean listed(UUID attempt) {
    Number listed =
        (Number)
            em.createNativeQuery(
                    """
                    select count(*) from attempt_reading
                    where attempt = ?1 and open = false and listed > 0
                    """)
                .setParameter(1, attempt)
                .getSingleResult();
    return listed.intValue() > 0;
  }

  private List<PassageVerdict> looked(UUID attempt, String idTechnique, int most) {
    return em.createQuery(
            "select v from PassageVerdict v where v.attempt = :attempt"
                + " and v.idTechnique = :id order by v.passage",
            PassageVerdict.class)
        .setParameter("attempt", attempt)
        .setParameter("id", idTechnique)
        .setMaxResults(most)
        .getResultList();
  }
}
