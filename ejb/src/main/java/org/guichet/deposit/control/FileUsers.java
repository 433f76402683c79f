package org.guichet.deposit.control;

import java.util.ArrayList;
import java.util.List;
import org.guichet.deposit.entity.DepositBytes;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.platform.entity.KeptFile;
import org.guichet.receipt.entity.ReceiptBytes;

/** Who needs one file of the store. */
public final class FileUsers {
  private final List<Long> deposits = new ArrayList<>();
  private final List<String> receipts = new ArrayList<>();
  private final List<Long> sizes = new ArrayList<>();

  public void add(DepositBytes deposit) {
    deposits.add(deposit.number());
    sizes.add(deposit.size());
  }

  public void add(ReceiptBytes receipt) {
    receipts.add(receipt.number());
    sizes.add(receipt.size());
  }

  /** Whether the file has the size that all of its users wrote down. */
  public boolean fit(KeptFile file) {
    return sizes.stream().allMatch(size -> size == file.size());
  }

  public void missing(Differences differences) {
    tell(DifferenceKind.FILE_MISSING, DifferenceKind.RECEIPT_FILE_MISSING, differences);
  }

  public void damaged(Differences differences) {
    tell(DifferenceKind.FILE_DAMAGED, DifferenceKind.RECEIPT_FILE_DAMAGED, differences);
  }

  private void tell(DifferenceKind deposit, DifferenceKind receipt, Differences differences) {
    deposits.forEach(number -> differences.left(deposit, Long.toString(number)));
    receipts.forEach(number -> differences.left(receipt, number));
  }
}
