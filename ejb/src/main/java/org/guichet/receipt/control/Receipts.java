package org.guichet.receipt.control;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.receipt.entity.LaidReceipt;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;

/** All receipts, and where they lie. */
public interface Receipts {
  void add(Receipt receipt);

  void lay(LaidReceipt laid);

  Optional<Receipt> find(UUID subject, ReceiptKind kind);

  List<Receipt> bySubject(UUID subject);

  /** Whether a receipt of this name was given to this sender before. */
  boolean nameTaken(OrganisationId sender, String fileName);

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
