package org.guichet.receipt.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;
import org.guichet.receipt.entity.GivenReceipt;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptBytes;

/** Receipts and outbox entries by ranges, for comparing. Memory is that of a range. */
@Dependent
public class ReceiptTraces {
  @PersistenceContext EntityManager em;

  /** Receipts on subjects from {@code from} to {@code to}, in the database's order of ids. */
  public List<GivenReceipt> given(UUID from, UUID to) {
    Map<UUID, Set<OrganisationId>> laid = laid(from, to);
    return em.createQuery(
            "select r from Receipt r where r.subject >= :from and r.subject <= :to", Receipt.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .map(
            receipt ->
                new GivenReceipt(
                    receipt.id(),
                    receipt.subject(),
                    receipt.kind(),
                    receipt.number(),
                    laid.getOrDefault(receipt.id(), Set.of())))
        .toList();
  }

  private Map<UUID, Set<OrganisationId>> laid(UUID from, UUID to) {
    Map<UUID, Set<OrganisationId>> laid = new HashMap<>();
    em.createQuery(
            "select r.id, l.recipient from LaidReceipt l join l.receipt r"
                + " where r.subject >= :from and r.subject <= :to",
            Object[].class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .forEach(
            row ->
                laid.computeIfAbsent((UUID) row[0], id -> new HashSet<>())
                    .add(new OrganisationId((UUID) row[1])));
    return laid;
  }

  /** Bytes whose digest is from {@code from} on and before {@code to}. */
  public List<ReceiptBytes> bytes(String from, String to) {
    return em.createQuery(
            "select r.number, r.sha256, r.size from Receipt r"
                + " where r.sha256 >= :from and r.sha256 < :to",
            Object[].class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .map(
            row ->
                new ReceiptBytes(
                    (String) row[0], new Sha256((String) row[1]), ((Number) row[2]).longValue()))
        .toList();
  }

  /** A constraint forbids them; a database that was put together again may have them. */
  @SuppressWarnings("unchecked") // a native query has no result type
  public List<UUID> entriesWithoutReceipt(int most) {
    List<Object> found =
        em.createNativeQuery(
                """
                select cast(l.id as varchar(36)) from outbox_entry l
                left join receipt r on r.id = l.receipt where r.id is null
                """)
            .setMaxResults(most)
            .getResultList();
    return found.stream().map(id -> UUID.fromString(id.toString())).toList();
  }
}
