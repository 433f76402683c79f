package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.entity.EntryDraft;
import org.guichet.deposit.entity.EntryOffer;
import org.guichet.deposit.entity.KeptEntry;
import org.guichet.deposit.entity.NewPassage;
import org.guichet.platform.entity.OrganisationId;

/** Passages that people type and haven't dropped yet, and what they are offered as they type. */
@Dependent
@SuppressWarnings("unchecked") // native queries have no result type
public class EntryDraftBook {
  private static final String CERTIFIER = "certifier";
  private static final String CONTRACT = "contract";
  private static final String TYPE = "type";
  private static final String CODE = "code";

  @PersistenceContext EntityManager em;

  /** Certifications that an organisation deposited for lately, the latest first. */
  public List<EntryOffer.OfferedCertification> certifications(
      OrganisationId organisation, int most) {
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select c.type, c.code, max(d.number) from deposit d
                join attempt_certification c on c.attempt = d.attempt and c.certification <= 20
                where d.organisation = ?1 and c.type is not null and c.code is not null
                  and c.cause is null and d.status in ('ACCEPTED', 'PARTLY_ACCEPTED')
                group by c.type, c.code order by 3 desc
                """)
            .setParameter(1, organisation.value())
            .setMaxResults(most)
            .getResultList();
    return rows.stream()
        .map(row -> new EntryOffer.OfferedCertification(row[0].toString(), row[1].toString()))
        .toList();
  }

  /** Those of an organisation, touched last first. */
  public List<EntryDraft> list(OrganisationId organisation, int most) {
    return em.createQuery(
            "select e from EntryDraft e where e.organisation = :organisation"
                + " order by e.organisation desc, e.editedAt desc",
            EntryDraft.class)
        .setParameter("organisation", organisation.value())
        .setMaxResults(most)
        .getResultList();
  }

  public int count(OrganisationId organisation) {
    return em.createQuery(
            "select count(e) from EntryDraft e where e.organisation = :organisation", Long.class)
        .setParameter("organisation", organisation.value())
        .getSingleResult()
        .intValue();
  }

  public Optional<EntryDraft> find(OrganisationId organisation, UUID id) {
    return Optional.ofNullable(em.find(EntryDraft.class, id))
        .filter(draft -> draft.organisation().equals(organisation));
  }

  /** The same; until the transaction ends, nobody else changes it. */
  public Optional<EntryDraft> lock(OrganisationId organisation, UUID id) {
    return Optional.ofNullable(em.find(EntryDraft.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(draft -> draft.organisation().equals(organisation));
  }

  public void add(EntryDraft draft) {
    em.persist(draft);
  }

  public void remove(EntryDraft draft) {
    em.remove(draft);
  }

  /** Forgets those that nobody has touched since then; tells how many. */
  public int forgetBefore(Instant before) {
    return em.createQuery("delete from EntryDraft e where e.editedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }

  /** A passage as it lies in a row. */
  public static String written(NewPassage passage) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put(CERTIFIER, passage.certifier());
    all.put(CONTRACT, passage.contract());
    all.put(TYPE, passage.type());
    all.put(CODE, passage.code());
    all.putAll(passage.values()); // each begins with a slash
    return FieldsJson.write(all);
  }

  /** As colleagues see it. */
  public static KeptEntry view(EntryDraft draft) {
    Map<String, String> all = FieldsJson.read(draft.typed());
    Map<String, String> values = new LinkedHashMap<>(all);
    values.keySet().removeIf(key -> !key.startsWith("/"));
    return draft.view(
        new NewPassage(
            all.getOrDefault(CERTIFIER, ""),
            all.getOrDefault(CONTRACT, ""),
            all.getOrDefault(TYPE, ""),
            all.getOrDefault(CODE, ""),
            values));
  }
}
