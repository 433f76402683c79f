package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.PassageHit;
import org.guichet.deposit.entity.PassageKey;
import org.guichet.deposit.entity.PassageOutcome;
import org.guichet.platform.entity.OrganisationId;

/**
 * Over the table {@code passage_entry}. Beginnings are ranges, and a part begins behind the key of
 * the one before it: both are what an index does best, whatever its size.
 */
@Dependent
@SuppressWarnings("unchecked") // native queries have no result type
public class JpaPassageIndex implements PassageIndex {
  /** Behind every name that begins so; names are compared by their letters' numbers. */
  private static final String LAST = "\uFFFD";

  private static final String HIT =
      """
      select e.number, e.passage, e.id_technique, e.last_name, e.first_name, v.outcome,
        case when v.withdrawn_by is null then 0 else 1 end, d.file_name, d.status, d.received_at
      from (%s) e
      join passage_verdict v on v.attempt = e.attempt and v.passage = e.passage
      join deposit d on d.id = v.deposit
      """;

  @PersistenceContext EntityManager em;

  @Override
  public List<PassageHit> byId(Optional<OrganisationId> reader, String idTechnique, int most) {
    String entries =
        "select attempt, passage, number, id_technique, cast(null as varchar(60)) as last_name,"
            + " cast(null as varchar(60)) as first_name from passage_entry"
            + " where id_technique = ?1"
            + (reader.isPresent() ? " and (organisation = ?2 or certifier = ?3)" : "")
            + " order by number desc, passage fetch first "
            + most
            + " rows only";
    Query query =
        em.createNativeQuery(HIT.formatted(entries) + " order by e.number desc, e.passage")
            .setParameter(1, idTechnique);
    reader.ifPresent(one -> query.setParameter(2, one.value()).setParameter(3, one.value()));
    return hits(query);
  }

  @Override
  public List<PassageHit> byName(
      OrganisationId organisation,
      String lastName,
      String firstName,
      Optional<PassageKey> after,
      int most) {
    List<Object> values = new ArrayList<>();
    String entries =
        "select attempt, passage, number, id_technique, last_name, first_name"
            + named(organisation, lastName, firstName, values)
            + after
                .flatMap(key -> names(organisation, key))
                .map(key -> behind(key, values))
                .orElse("")
            + " order by last_name, first_name, number, passage fetch first "
            + most
            + " rows only";
    return hits(
        filled(
            HIT.formatted(entries) + " order by e.last_name, e.first_name, e.number, e.passage",
            values));
  }

  @Override
  public int countByName(OrganisationId organisation, String lastName, String firstName, int most) {
    List<Object> values = new ArrayList<>();
    String entries =
        "select passage"
            + named(organisation, lastName, firstName, values)
            + " fetch first "
            + most
            + " rows only";
    Number count =
        (Number) filled("select count(*) from (" + entries + ") e", values).getSingleResult();
    return count.intValue();
  }

  private static String named(
      OrganisationId organisation, String lastName, String firstName, List<Object> values) {
    String where =
        " from passage_entry where organisation = "
            + place(values, organisation.value())
            + " and last_name >= "
            + place(values, lastName)
            + " and last_name < "
            + place(values, lastName + LAST);
    return firstName.isEmpty()
        ? where
        : where
            + " and first_name >= "
            + place(values, firstName)
            + " and first_name < "
            + place(values, firstName + LAST);
  }

  /** What stands behind a row, in the order of the names. */
  private static String behind(Object[] row, List<Object> values) {
    return " and (last_name, first_name, number, passage) > ("
        + place(values, row[0])
        + ", "
        + place(values, row[1])
        + ", "
        + place(values, row[2])
        + ", "
        + place(values, row[3])
        + ")";
  }

  /** Only of an own passage: how others sort would tell whom they declared. */
  private Optional<Object[]> names(OrganisationId organisation, PassageKey key) {
    List<Object[]> found =
        em.createNativeQuery(
                """
                select e.last_name, e.first_name, e.number, e.passage from deposit d
                join passage_entry e on e.attempt = d.attempt and e.passage = ?1
                where d.number = ?2 and e.organisation = ?3 and e.last_name is not null
                """)
            .setParameter(1, key.passage())
            .setParameter(2, key.number())
            .setParameter(3, organisation.value())
            .getResultList();
    return found.stream().findFirst();
  }

  private static String place(List<Object> values, Object value) {
    values.add(value);
    return "?" + values.size();
  }

  private Query filled(String text, List<Object> values) {
    Query query = em.createNativeQuery(text);
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(i + 1, values.get(i));
    }
    return query;
  }

  private static List<PassageHit> hits(Query query) {
    return ((List<Object[]>) query.getResultList()).stream().map(JpaPassageIndex::hit).toList();
  }

  private static PassageHit hit(Object[] row) {
    Optional<String> last = Optional.ofNullable((String) row[3]);
    String first = Optional.ofNullable((String) row[4]).orElse("");
    return new PassageHit(
        new PassageKey(((Number) row[0]).longValue(), ((Number) row[1]).intValue()),
        Optional.ofNullable((String) row[2]),
        last.map(name -> (name + " " + first).strip()),
        PassageOutcome.valueOf(row[5].toString()),
        ((Number) row[6]).intValue() == 1,
        row[7].toString(),
        DepositStatus.valueOf(row[8].toString()),
        instant(row[9]));
  }

  /** Drivers tell times in their own ways. */
  private static Instant instant(Object time) {
    return time instanceof OffsetDateTime offset
        ? offset.toInstant()
        : ((Timestamp) time).toInstant();
  }
}
