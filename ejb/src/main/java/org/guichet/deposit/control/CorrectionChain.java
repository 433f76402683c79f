package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.deposit.entity.Deposit;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.flux.FluxAction;
import org.guichet.platform.control.LikePattern;
import org.guichet.platform.entity.DepositId;

/** Which deposits mend which, or take them back, and whose turn it is to drop one that does. */
@Dependent
@SuppressWarnings("unchecked") // native queries have no result type
public class CorrectionChain {
  private static final int LONGEST_ID_FLUX = 50;

  @PersistenceContext EntityManager em;

  /**
   * The deposit that a file mends by what it calls itself: an extract of rejected passages is named
   * after its file. The latest one of the same organisation and contract that declares passages:
   * one that takes back may be called alike.
   */
  public Optional<Deposit> correctedDeposit(Deposit deposit) {
    String name = deposit.idFlux().orElse("");
    int suffix = name.lastIndexOf("-R");
    String number = name.substring(suffix + 1 + (suffix < 0 ? 0 : 1));
    if (suffix < 1
        || number.isEmpty()
        || !number.chars().allMatch(Character::isDigit)
        || deposit.contract().isEmpty()) {
      return Optional.empty();
    }
    boolean cut = name.length() == LONGEST_ID_FLUX;
    String old = name.substring(0, suffix);
    return em.createQuery(
            "select d from Deposit d where d.organisation = :organisation"
                + (cut ? " and d.idFlux like :old escape '!'" : " and d.idFlux = :old")
                + " and d.contract = :contract and d.kind = :kind and d.number < :number"
                + " and (d.action is null or d.action <> :suppression)"
                + " order by d.number desc",
            Deposit.class)
        .setParameter("organisation", deposit.organisation().value())
        .setParameter("old", cut ? LikePattern.beginning(old) : old)
        .setParameter("contract", deposit.contract().get())
        .setParameter("kind", DepositKind.REAL)
        .setParameter("number", deposit.number())
        .setParameter("suppression", FluxAction.SUPPRESSION.name())
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Those that were dropped to mend a deposit, in their order. */
  public List<Deposit> correcting(Collection<DepositId> deposits) {
    if (deposits.isEmpty()) {
      return List.of();
    }
    List<DepositId> wanted = List.copyOf(deposits);
    Query query =
        em.createNativeQuery(
            "select d.* from deposit d where d.corrects in ("
                + marks(wanted.size())
                + ") order by d.number",
            Deposit.class);
    for (int i = 0; i < wanted.size(); i++) {
      query.setParameter(i + 1, wanted.get(i).value());
    }
    return query.getResultList();
  }

  /** Numbers of the deposits that these mend, by the id of the one that does. */
  public Map<UUID, Long> correctedBy(Collection<UUID> deposits) {
    Map<UUID, Long> numbers = new HashMap<>();
    if (deposits.isEmpty()) {
      return numbers;
    }
    List<UUID> wanted = List.copyOf(deposits);
    Query query =
        em.createNativeQuery(
            "select cast(d.id as varchar(36)), c.number from deposit d"
                + " join deposit c on c.id = d.corrects where d.id in ("
                + marks(wanted.size())
                + ")");
    for (int i = 0; i < wanted.size(); i++) {
      query.setParameter(i + 1, wanted.get(i));
    }
    for (Object[] row : (List<Object[]>) query.getResultList()) {
      numbers.put(UUID.fromString(row[0].toString()), ((Number) row[1]).longValue());
    }
    return numbers;
  }

  /**
   * Takes the turn of dropping passages of a deposit: who has it drops alone, until {@code until}
   * at the latest, should the server die meanwhile. No two turns of a deposit end at the same
   * instant, so that one is known by when it ends.
   *
   * @return false while somebody else has it
   */
  public boolean takeTurn(DepositId deposit, Instant now, Instant until) {
    return em.createNativeQuery(
                "update deposit set correcting_until = ?1 where id = ?2"
                    + " and (correcting_until is null or correcting_until <= ?3)")
            .setParameter(1, until.atOffset(ZoneOffset.UTC))
            .setParameter(2, deposit.value())
            .setParameter(3, now.atOffset(ZoneOffset.UTC))
            .executeUpdate()
        == 1;
  }

  /** Gives a turn back; one that was over, and that somebody else took since, stays theirs. */
  public void leaveTurn(DepositId deposit, Instant until) {
    em.createNativeQuery(
            "update deposit set correcting_until = null where id = ?1 and correcting_until = ?2")
        .setParameter(1, deposit.value())
        .setParameter(2, until.atOffset(ZoneOffset.UTC))
        .executeUpdate();
  }

  /** Notes which deposit takes passages of this one back. */
  public void takingBack(DepositId deposit, long by) {
    em.createNativeQuery("update deposit set taken_back_by = ?1 where id = ?2")
        .setParameter(1, by)
        .setParameter(2, deposit.value())
        .executeUpdate();
  }

  /** Number of the deposit that took passages of this one back last, if any did. */
  public Optional<Long> takenBackBy(DepositId deposit) {
    List<?> found =
        em.createNativeQuery(
                "select taken_back_by from deposit where id = ?1 and taken_back_by is not null")
            .setParameter(1, deposit.value())
            .getResultList();
    return found.stream().findFirst().map(number -> ((Number) number).longValue());
  }

  private static String marks(int many) {
    return IntStream.rangeClosed(1, many).mapToObj(i -> "?" + i).collect(Collectors.joining(", "));
  }
}
