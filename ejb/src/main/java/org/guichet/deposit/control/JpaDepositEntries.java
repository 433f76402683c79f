package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import jakarta.persistence.criteria.Subquery;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.deposit.entity.AttemptCertification;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositEntry;
import org.guichet.deposit.entity.DepositFilter;
import org.guichet.deposit.entity.DepositHistory;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.platform.control.LikePattern;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;

/** Over the view {@code deposit_entry}. */
@Dependent
public class JpaDepositEntries implements DepositEntries {
  private static final int LONGEST_NUMBER = 18;

  @PersistenceContext EntityManager em;

  @Override
  public List<DepositEntry> page(DepositFilter filter, PageRequest part) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<DepositEntry> criteria = builder.createQuery(DepositEntry.class);
    Root<DepositEntry> entry = criteria.from(DepositEntry.class);
    Expression<?> key = entry.get(column(filter.sort()));
    criteria
        .select(entry)
        .where(conditions(builder, criteria.subquery(UUID.class), entry, filter))
        .orderBy(
            filter.descending() ? builder.desc(key) : builder.asc(key),
            builder.desc(entry.get("receivedAt")),
            builder.asc(entry.get("id")));
    return em.createQuery(criteria)
        .setFirstResult(part.first())
        .setMaxResults(part.size())
        .getResultList();
  }

  @Override
  public long count(DepositFilter filter) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = builder.createQuery(Long.class);
    Root<DepositEntry> entry = criteria.from(DepositEntry.class);
    criteria
        .select(builder.count(entry))
        .where(conditions(builder, criteria.subquery(UUID.class), entry, filter));
    return em.createQuery(criteria).getSingleResult();
  }

  private static String column(DepositFilter.Sort sort) {
    return switch (sort) {
      case RECEIVED -> "receivedAt";
      case FILE -> "fileName";
      case STATUS -> "standing";
      case ACCEPTED -> "accepted";
      case REJECTED -> "rejected";
    };
  }

  private static Predicate[] conditions(
      CriteriaBuilder builder,
      Subquery<UUID> naming,
      Root<DepositEntry> entry,
      DepositFilter filter) {
    List<Predicate> all = new ArrayList<>();
    filter
        .reader()
        .ifPresent(
            reader ->
                all.add(
                    builder.or(
                        builder.equal(entry.get("organisation"), reader.value()),
                        builder.equal(entry.get("certifier"), reader.value()))));
    if (!filter.text().isEmpty()) {
      all.add(matching(builder, entry, filter.text()));
    }
    filter.standing().ifPresent(one -> all.add(builder.equal(entry.get("standing"), one)));
    filter.kind().ifPresent(one -> all.add(builder.equal(entry.get("kind"), one)));
    filter.channel().ifPresent(one -> all.add(builder.equal(entry.get("channel"), one)));
    filter
        .from()
        .ifPresent(from -> all.add(builder.greaterThanOrEqualTo(entry.get("receivedAt"), from)));
    filter.until().ifPresent(to -> all.add(builder.lessThan(entry.get("receivedAt"), to)));
    filter.sender().ifPresent(one -> all.add(builder.equal(entry.get("sender"), one.value())));
    filter
        .certification()
        .ifPresent(
            code -> {
              Root<AttemptCertification> named = naming.from(AttemptCertification.class);
              naming.select(named.get("attempt")).where(builder.equal(named.get("code"), code));
              all.add(entry.get("attempt").in(naming));
            });
    return all.toArray(new Predicate[0]);
  }

  private static Predicate matching(
      CriteriaBuilder builder, Root<DepositEntry> entry, String text) {
    List<Predicate> any = new ArrayList<>();
    String pattern = LikePattern.holding(text.toLowerCase(Locale.ROOT));
    for (String column : List.of("fileName", "idFlux")) {
      any.add(builder.like(builder.lower(entry.get(column)), pattern, LikePattern.ESCAPE));
    }
    if (text.length() <= LONGEST_NUMBER && text.chars().allMatch(Character::isDigit)) {
      any.add(builder.equal(entry.get("number"), Long.parseLong(text)));
    }
    return builder.or(any.toArray(new Predicate[0]));
  }

  @Override
  @SuppressWarnings("unchecked") // a native query has no result type
  public Map<UUID, List<String>> certifications(Collection<UUID> attempts) {
    if (attempts.isEmpty()) {
      return Map.of();
    }
    List<UUID> wanted = List.copyOf(attempts);
    String places =
        IntStream.rangeClosed(1, wanted.size())
            .mapToObj(i -> "?" + i)
            .collect(Collectors.joining(", "));
    Query query =
        em.createNativeQuery(
            "select cast(c.attempt as varchar(36)), c.code from attempt_certification c"
                + " where c.code is not null and c.attempt in ("
                + places
                + ") order by c.attempt, c.certification");
    for (int i = 0; i < wanted.size(); i++) {
      query.setParameter(i + 1, wanted.get(i));
    }
    Map<UUID, List<String>> codes = new HashMap<>();
    for (Object[] row : (List<Object[]>) query.getResultList()) {
      codes
          .computeIfAbsent(UUID.fromString(row[0].toString()), attempt -> new ArrayList<>())
          .add(row[1].toString());
    }
    return codes;
  }

  @Override
  public List<DepositHistory> steps(DepositId deposit) {
    return em.createQuery(
            "select h from DepositHistory h where h.deposit = :deposit order by h.reachedAt",
            DepositHistory.class)
        .setParameter("deposit", deposit.value())
        .getResultList();
  }

  @Override
  public Optional<Deposit> before(Deposit deposit) {
    return em.createQuery(
            "select d from Deposit d where d.organisation = :organisation and d.kind = :kind"
                + " and d.receivedAt < :time and d.accepted + d.rejected > :none"
                + " order by d.receivedAt desc",
            Deposit.class)
        .setParameter("organisation", deposit.organisation().value())
        .setParameter("kind", DepositKind.REAL)
        .setParameter("time", deposit.receivedAt())
        .setParameter("none", 0)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Deposit> resuming(DepositId deposit) {
    return em.createQuery(
            "select d from Deposit d where d.resumes = :deposit order by d.number", Deposit.class)
        .setParameter("deposit", deposit.value())
        .getResultList();
  }

  @Override
  public boolean dropped(OrganisationId organisation, String idFlux) {
    return em.createQuery(
                "select count(d) from Deposit d where d.organisation = :organisation"
                    + " and d.idFlux = :idFlux",
                Long.class)
            .setParameter("organisation", organisation.value())
            .setParameter("idFlux", idFlux)
            .getSingleResult()
        > 0;
  }

  @Override
  public long readTo(UUID attempt) {
    int last = JpaPassageVerdicts.last(em, attempt);
    return em.createQuery(
            "select v.offset + v.length from PassageVerdict v where v.attempt = :attempt"
                + " and v.passage = :last",
            Long.class)
        .setParameter("attempt", attempt)
        .setParameter("last", last)
        .getResultStream()
        .findFirst()
        .orElse(0L);
  }
}
