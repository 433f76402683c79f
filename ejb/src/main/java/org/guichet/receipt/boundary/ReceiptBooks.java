package org.guichet.receipt.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.receipt.control.ReceiptTraces;
import org.guichet.receipt.control.Receipts;
import org.guichet.receipt.entity.GivenReceipt;
import org.guichet.receipt.entity.LaidReceipt;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptBytes;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.Recipient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the rows say of receipts, for whoever compares them with everything else. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ReceiptBooks {
  private static final Logger log = LoggerFactory.getLogger(ReceiptBooks.class);

  @Inject ReceiptTraces traces;
  @Inject Receipts receipts;
  @Inject Permissions permissions;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  /** Receipts on subjects in a range of the database's order of ids, both ends included. */
  public List<GivenReceipt> given(Caller caller, UUID from, UUID to) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    return traces.given(from, to);
  }

  /** Which bytes receipts need whose digest is from {@code from} on and before {@code to}. */
  public List<ReceiptBytes> bytes(Caller caller, String from, String to) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    return traces.bytes(from, to);
  }

  /** Entries of outboxes that point to no receipt, some of them. */
  public List<UUID> entriesWithoutReceipt(Caller caller, int most) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    return traces.entriesWithoutReceipt(most);
  }

  /**
   * Lays a receipt into an outbox in which it should lie. Nothing happens when it lies there, or
   * when it isn't there any more.
   *
   * @param folder empty for the organisation's own drops, else the matricule of who dropped
   */
  public boolean lay(
      Caller caller, UUID subject, ReceiptKind kind, OrganisationId organisation, String folder) {
    permissions.requireEverywhere(caller, Permission.RECEIPT_ISSUE);
    Optional<Receipt> receipt = receipts.find(subject, kind);
    if (receipt.isEmpty() || receipts.findLaid(receipt.get(), organisation).isPresent()) {
      return false;
    }
    Recipient recipient = new Recipient(organisation, "", folder, List.of());
    receipts.lay(LaidReceipt.lay(ids.get(), receipt.get(), recipient, clock.instant()));
    log.info(
        "REC-105 receipt laid once more number={} for={}", receipt.get().number(), organisation);
    return true;
  }
}
