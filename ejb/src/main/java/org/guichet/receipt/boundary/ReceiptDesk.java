package org.guichet.receipt.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.receipt.control.Receipts;
import org.guichet.receipt.entity.Receipt;
import org.guichet.receipt.entity.ReceiptKind;
import org.guichet.receipt.entity.ReceiptView;

/**
 * The receipts on a deposit, for people: they stay here after an SFTP client has acknowledged them.
 * Whom a receipt wasn't given to, it isn't shown to.
 *
 * <p>In each method {@code reader} is the organisation for which somebody reads; empty for those
 * who may see all.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ReceiptDesk {
  @Inject Receipts receipts;
  @Inject FileStore files;
  @Inject Permissions permissions;

  /**
   * A receipt as it was given.
   *
   * @param content to be read once and closed
   */
  public record Given(ReceiptView receipt, InputStream content) {}

  /** The deposit's own receipts, in the order in which they were issued. */
  public List<ReceiptView> of(Caller caller, Optional<OrganisationId> reader, DepositId deposit) {
    permit(caller, reader);
    return receipts.bySubject(deposit.value()).stream()
        .filter(receipt -> given(receipt, reader))
        .map(Receipt::view)
        .toList();
  }

  /**
   * One of them, with its bytes.
   *
   * @throws RefusedException when the reader was given no such receipt
   */
  public Given open(
      Caller caller, Optional<OrganisationId> reader, DepositId deposit, ReceiptKind kind)
      throws IOException {
    permit(caller, reader);
    Receipt receipt =
        receipts
            .find(deposit.value(), kind)
            .filter(one -> given(one, reader))
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Code.NO_SUCH_RECEIPT, kind + " of " + deposit));
    return new Given(receipt.view(), files.open(receipt.sha256()));
  }

  private boolean given(Receipt receipt, Optional<OrganisationId> reader) {
    return reader.isEmpty() || receipts.findLaid(receipt, reader.get()).isPresent();
  }

  private void permit(Caller caller, Optional<OrganisationId> reader) {
    reader.ifPresentOrElse(
        one -> permissions.require(caller, Permission.RECEIPT_READ, one),
        () -> permissions.requireEverywhere(caller, Permission.RECEIPT_READ));
  }
}
