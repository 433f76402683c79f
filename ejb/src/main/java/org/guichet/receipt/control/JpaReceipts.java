package org.guichet.receipt.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.control.Sequences;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.receipt.entity.LaidReceipt;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptNames;

/** Receipts in the database. */
@Dependent
public class JpaReceipts implements Receipts {
  private static final String LYING =
      "select l from LaidReceipt l join fetch l.receipt"
          + " where l.recipient = :recipient and l.acknowledgedAt is null";

  /** Rows of {@code receipt_naming}. */
  private static final int NAMING_SLOTS = 64;

  @PersistenceContext EntityManager em;

  @Override
  public void add(Receipt receipt) {
    em.persist(receipt);
  }

  @Override
  public void lay(LaidReceipt laid) {
    em.persist(laid);
  }

  @Override
  public Optional<Receipt> find(UUID subject, ReceiptKind kind) {
    return em.createQuery(
            "select r from Receipt r where r.subject = :subject and r.kind = :kind", Receipt.class)
        .setParameter("subject", subject)
        .setParameter("kind", kind)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Receipt> bySubject(UUID subject) {
    return em.createQuery(
            "select r from Receipt r where r.subject = :subject order by r.issuedAt, r.number",
            Receipt.class)
        .setParameter("subject", subject)
        .getResultList();
  }

  @Override
  public String freeName(OrganisationId sender, ReceiptNames names) {
    em.createNativeQuery("select slot from receipt_naming where slot = ?1 for update")
        .setParameter(1, Math.floorMod(Objects.hash(sender, names.plain()), NAMING_SLOTS))
        .getSingleResult();
    return taken(sender, names.plain()) ? names.numbered() : names.plain();
  }

  private boolean taken(OrganisationId sender, String fileName) {
    return em.createQuery(
                "select count(r) from Receipt r where r.sender = :sender and r.fileName = :name",
                Long.class)
            .setParameter("sender", sender.value())
            .setParameter("name", fileName)
            .getSingleResult()
        > 0;
  }

  @Override
  public long nextNumber() {
    return Sequences.next(em, "receipt_number_seq");
  }

  @Override
  public Optional<LaidReceipt> findLaid(UUID entry) {
    return Optional.ofNullable(em.find(LaidReceipt.class, entry));
  }

  @Override
  public Optional<LaidReceipt> findLaid(Receipt receipt, OrganisationId recipient) {
    return em.createQuery(
            "select l from LaidReceipt l where l.receipt = :receipt and l.recipient = :recipient",
            LaidReceipt.class)
        .setParameter("receipt", receipt)
        .setParameter("recipient", recipient.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<LaidReceipt> lying(OrganisationId recipient, String folder) {
    return em.createQuery(LYING + " and l.folder = :folder order by l.name", LaidReceipt.class)
        .setParameter("recipient", recipient.value())
        .setParameter("folder", folder)
        .getResultList();
  }

  @Override
  public Optional<LaidReceipt> lying(OrganisationId recipient, String folder, String name) {
    return em.createQuery(LYING + " and l.folder = :folder and l.name = :name", LaidReceipt.class)
        .setParameter("recipient", recipient.value())
        .setParameter("folder", folder)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<String> folders(OrganisationId recipient) {
    return em.createQuery(
            "select distinct l.folder from LaidReceipt l where l.recipient = :recipient"
                + " and l.acknowledgedAt is null and l.folder <> '' order by l.folder",
            String.class)
        .setParameter("recipient", recipient.value())
        .getResultList();
  }

  @Override
  public void removeBySubject(UUID subject) {
    em.createQuery(
            "delete from LaidReceipt l where l.receipt.id in"
                + " (select r.id from Receipt r where r.subject = :subject)")
        .setParameter("subject", subject)
        .executeUpdate();
    em.createQuery("delete from Receipt r where r.subject = :subject")
        .setParameter("subject", subject)
        .executeUpdate();
  }
}
