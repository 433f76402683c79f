package org.guichet.receipt.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.receipt.entity.LaidReceipt;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptNames;

/** All receipts, and where they lie. */
public interface Receipts {
  void add(Receipt receipt);

  void lay(LaidReceipt laid);

  Optional<Receipt> find(UUID subject, ReceiptKind kind);

  List<Receipt> bySubject(UUID subject);

  /**
   * The plain name, unless this sender was given a receipt of that name before. Until the
   * transaction ends nobody else gets an answer that could be the same.
   */
  String freeName(OrganisationId sender, ReceiptNames names);

  /** A number that no receipt has had; some are never used. */
  long nextNumber();

  Optional<LaidReceipt> findLaid(UUID entry);

  Optional<LaidReceipt> findLaid(Receipt receipt, OrganisationId recipient);

  /** What lies there and isn't acknowledged, by name. */
  List<LaidReceipt> lying(OrganisationId recipient, String folder);

  Optional<LaidReceipt> lying(OrganisationId recipient, String folder, String name);

  /** The partners' folders in which something lies, in order. */
  List<String> folders(OrganisationId recipient);

  /** Removes receipts, entries included, of a subject; for what isn't kept. */
  void removeBySubject(UUID subject);
}
