package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.deposit.entity.AttemptCertification;
import org.guichet.deposit.entity.ChosenPassage;
import org.guichet.deposit.entity.ChosenPassages;
import org.guichet.deposit.entity.CorrectionCounts;
import org.guichet.deposit.entity.CorrectionRow;
import org.guichet.deposit.entity.CorrectionShow;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DraftPassage;
import org.guichet.deposit.entity.PassageDraft;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.PageRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which passages of a deposit aren't accepted yet, and what has been changed in them. A passage is
 * known by its issuer's key: once that stands accepted, from whatever file, there is nothing left
 * to mend.
 */
@Dependent
@SuppressWarnings("unchecked") // native queries have no result type
public class MendingBooks {
  private static final int MOST_AT_ONCE = 500;

  /** Rows of one deposit's verdicts with their drafts. */
  private static final String VERDICTS =
      """
       from deposit d
       join passage_verdict v on v.attempt = d.attempt
       left join draft_passage e on e.deposit = d.id and e.passage = v.passage
       where d.id = ?1
      """;

  /** Refused, or to be declared anew; looked up by the key, not joined. */
  private static final String OPEN =
      """
       and (e.declared_anew = true or (v.outcome = 'KO'
         and (v.cause is null or v.cause <> 'DUPLICATE')
         and (select count(*) from accepted_key k
           where k.issuer = d.sender and k.id_technique = v.id_technique) = 0))
      """;

  /** Of a file that was refused as a whole: what nothing is wrong with. */
  private static final String SOUND =
      """
       and v.outcome = 'OK' and d.status = 'REJECTED' and v.withdrawn_by is null
         and (select count(*) from accepted_key k
           where k.issuer = d.sender and k.id_technique = v.id_technique) = 0
      """;

  private static final String STANDING =
      """
       and v.outcome = 'OK' and v.withdrawn_by is null
         and d.status in ('ACCEPTED', 'PARTLY_ACCEPTED')
      """;

  private static final String PLACES =
      "select v.passage, v.id_technique, v.byte_offset, v.byte_length";

  @PersistenceContext EntityManager em;

  /** How many passages aren't accepted yet, of those that were refused for themselves. */
  public int open(Deposit deposit) {
    boolean allTaken = deposit.status() != DepositStatus.REJECTED && deposit.view().rejected() == 0;
    return allTaken ? declaredAnew(deposit.id()) : open(deposit.id());
  }

  private int open(DepositId deposit) {
    return number("select count(*)" + VERDICTS + OPEN, deposit);
  }

  /** Where nothing was refused there is nothing else; so no verdict is looked at. */
  private int declaredAnew(DepositId deposit) {
    return number(
        "select count(*) from draft_passage e where e.deposit = ?1 and e.declared_anew = true",
        deposit);
  }

  /** How many sound passages wait for the mended ones of their file. */
  private int sound(DepositId deposit) {
    return number("select count(*)" + VERDICTS + SOUND, deposit);
  }

  private int number(String query, DepositId deposit) {
    Object found = em.createNativeQuery(query).setParameter(1, deposit.value()).getSingleResult();
    return ((Number) found).intValue();
  }

  public CorrectionCounts counts(DepositId deposit) {
    int all = open(deposit);
    int out = number("select count(*)" + VERDICTS + OPEN + only(CorrectionShow.LEFT_OUT), deposit);
    int ready = number("select count(*)" + VERDICTS + OPEN + only(CorrectionShow.READY), deposit);
    return new CorrectionCounts(all, all - out - ready, ready, out, sound(deposit));
  }

  private static String only(CorrectionShow show) {
    return switch (show) {
      case ALL -> "";
      case FAULTY -> " and (e.passage is null or (e.left_out = false and e.faults > 0))";
      case READY -> " and e.left_out = false and e.faults = 0";
      case LEFT_OUT -> " and e.left_out = true";
    };
  }

  /** Those that would still be refused first, each kind in the order of the file. */
  public List<CorrectionRow> rows(Deposit deposit, CorrectionShow show, PageRequest part) {
    List<PassageVerdict> found =
        em.createNativeQuery(
                "select v.*"
                    + VERDICTS
                    + OPEN
                    + only(show)
                    + " order by case when e.passage is null or (e.left_out = false and e.faults >"
                    + " 0) then 0 else 1 end, v.passage",
                PassageVerdict.class)
            .setParameter(1, deposit.id().value())
            .setFirstResult(part.first())
            .setMaxResults(part.size())
            .getResultList();
    return found.stream().map(verdict -> row(deposit, verdict)).toList();
  }

  /** One passage, whatever became of it. */
  public Optional<CorrectionRow> row(Deposit deposit, int passage) {
    return deposit
        .attempt()
        .map(attempt -> em.find(PassageVerdict.class, new PassageVerdict.Key(attempt, passage)))
        .map(verdict -> row(deposit, verdict));
  }

  private CorrectionRow row(Deposit deposit, PassageVerdict verdict) {
    AttemptCertification certification =
        em.find(
            AttemptCertification.class,
            new AttemptCertification.Key(deposit.attempt().orElseThrow(), verdict.certification()));
    return new CorrectionRow(
        verdict.passage(),
        certification == null ? "" : orEmpty(certification.type()),
        certification == null ? "" : orEmpty(certification.code()),
        Optional.ofNullable(verdict.idTechnique()),
        verdict.line(),
        verdict.offset(),
        verdict.length(),
        verdict.outcome(),
        VerdictFindings.of(verdict, deposit.sender()),
        draft(deposit.id(), verdict.passage()).map(MendingBooks::view));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  public static PassageDraft view(DraftPassage draft) {
    return draft.view(FieldsJson.read(draft.changes()));
  }

  public static String written(Map<String, String> changes) {
    return FieldsJson.write(changes);
  }

  public Optional<DraftPassage> draft(DepositId deposit, int passage) {
    return Optional.ofNullable(
        em.find(DraftPassage.class, new DraftPassage.Key(deposit.value(), passage)));
  }

  public void add(DraftPassage draft) {
    em.persist(draft);
    em.flush();
  }

  public void remove(DraftPassage draft) {
    em.remove(draft);
  }

  /** Whoever has touched any passage of a deposit last. */
  public Optional<PassageDraft> lastEdited(DepositId deposit) {
    return em.createQuery(
            "select e from DraftPassage e where e.deposit = :deposit order by e.editedAt desc",
            DraftPassage.class)
        .setParameter("deposit", deposit.value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(MendingBooks::view);
  }

  /** What has been mended and goes into the file that mends a deposit, in the order of its file. */
  public List<ChosenPassage> ready(DepositId deposit) {
    Map<Integer, PassageDraft> drafts =
        em.createQuery(
                "select e from DraftPassage e where e.deposit = :deposit", DraftPassage.class)
            .setParameter("deposit", deposit.value())
            .getResultStream()
            .collect(Collectors.toMap(DraftPassage::passage, MendingBooks::view));
    List<Object[]> rows =
        em.createNativeQuery(
                PLACES + VERDICTS + OPEN + only(CorrectionShow.READY) + " order by v.passage")
            .setParameter(1, deposit.value())
            .getResultList();
    return rows.stream()
        .map(row -> chosen(row, drafts))
        .filter(one -> one.draft().isPresent()) // else made since they were read: next time
        .toList();
  }

  /**
   * Of a file that was refused as a whole: the next passages that nothing is wrong with, which go
   * with what has been mended.
   */
  public List<ChosenPassage> soundAfter(DepositId deposit, int position) {
    return after(deposit, SOUND, position);
  }

  private List<ChosenPassage> after(DepositId deposit, String which, int position) {
    List<Object[]> rows =
        em.createNativeQuery(PLACES + VERDICTS + which + " and v.passage > ?2 order by v.passage")
            .setParameter(1, deposit.value())
            .setParameter(2, position)
            .setMaxResults(ChosenPassages.PART)
            .getResultList();
    return rows.stream().map(row -> chosen(row, Map.of())).toList();
  }

  private static ChosenPassage chosen(Object[] row, Map<Integer, PassageDraft> drafts) {
    int passage = ((Number) row[0]).intValue();
    Optional<PassageDraft> draft = Optional.ofNullable(drafts.get(passage));
    return new ChosenPassage(
        passage,
        Optional.ofNullable(row[1]).map(Object::toString),
        ((Number) row[2]).longValue(),
        ((Number) row[3]).longValue(),
        draft.map(PassageDraft::changes).orElse(Map.of()),
        draft.map(PassageDraft::version));
  }

  /** Passages that stand accepted by a deposit, in the order of its file. */
  public List<ChosenPassage> standing(DepositId deposit, PageRequest part) {
    List<Object[]> rows =
        em.createNativeQuery(PLACES + VERDICTS + STANDING + " order by v.passage")
            .setParameter(1, deposit.value())
            .setFirstResult(part.first())
            .setMaxResults(part.size())
            .getResultList();
    return rows.stream().map(row -> chosen(row, Map.of())).toList();
  }

  public int standing(DepositId deposit) {
    return number("select count(*)" + VERDICTS + STANDING, deposit);
  }

  /** The next that stand accepted. */
  public List<ChosenPassage> standingAfter(DepositId deposit, int position) {
    return after(deposit, STANDING, position);
  }

  /** Forgets what has been changed in these passages, but where somebody has gone on since. */
  public void forget(DepositId deposit, Collection<ChosenPassage> dropped) {
    List<ChosenPassage> drafts = dropped.stream().filter(one -> one.draft().isPresent()).toList();
    for (int from = 0; from < drafts.size(); from += MOST_AT_ONCE) {
      forgetSome(deposit, drafts.subList(from, Math.min(from + MOST_AT_ONCE, drafts.size())));
    }
  }

  private void forgetSome(DepositId deposit, List<ChosenPassage> drafts) {
    String pairs =
        IntStream.range(0, drafts.size())
            .mapToObj(i -> "(?" + (2 * i + 2) + ", ?" + (2 * i + 3) + ")")
            .collect(Collectors.joining(", "));
    Query query =
        em.createNativeQuery(
                "delete from draft_passage where deposit = ?1 and (passage, version) in ("
                    + pairs
                    + ")")
            .setParameter(1, deposit.value());
    for (int i = 0; i < drafts.size(); i++) {
      query.setParameter(2 * i + 2, drafts.get(i).position());
      query.setParameter(2 * i + 3, drafts.get(i).draft().orElseThrow());
    }
    query.executeUpdate();
  }

  /** Forgets drafts that nobody has touched since then; tells how many. */
  public int forgetBefore(Instant before) {
    return em.createQuery("delete from DraftPassage e where e.editedAt < :before")
        .setParameter("before", before)
        .executeUpdate();
  }
}
