package org.guichet.deposit.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.guichet.deposit.control.Differences;
import org.guichet.deposit.control.DigestRange;
import org.guichet.deposit.control.FileUsers;
import org.guichet.deposit.entity.DepositBytes;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.notice.boundary.AttachedDocuments;
import org.guichet.platform.boundary.FileInventory;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.KeptFile;
import org.guichet.platform.entity.Sha256;
import org.guichet.receipt.boundary.ReceiptBooks;
import org.guichet.receipt.entity.ReceiptBytes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the store with the rows that point to it, in shares: the files whose digest begins with
 * the same byte, and the rows with such a digest. Memory is that of a share.
 */
@Dependent
class StoreReconciling {
  private static final Logger log = LoggerFactory.getLogger(StoreReconciling.class);

  /** Bytes come before their row; one that still has none after a day never gets one. */
  private static final Duration ROW_COMES_WITHIN = Duration.ofDays(1);

  @Inject SpoolBooks deposits;
  @Inject ReceiptBooks receipts;
  @Inject AttachedDocuments mails;
  @Inject FileStore store;
  @Inject FileInventory inventory;
  @Inject Clock clock;

  /**
   * Compares one share.
   *
   * @param readThrough whether bytes are read and their digest is worked out anew
   */
  void compare(Caller caller, int share, boolean readThrough, Differences differences)
      throws IOException {
    DigestRange range = DigestRange.of(share);
    // Rows first: whatever they point to has been there before them.
    Map<Sha256, FileUsers> rows = users(caller, range);
    for (KeptFile file : inventory.share(share)) {
      differences.comparedFile();
      FileUsers users = rows.remove(file.digest());
      if (users == null) {
        withoutRow(caller, file, differences);
      } else if (damaged(file, users, readThrough, differences)) {
        users.damaged(differences);
      }
    }
    for (Sha256 digest : rows.keySet()) {
      // Retention may have let go of it in the meantime: rows are asked once more.
      FileUsers still = users(caller, DigestRange.only(digest)).get(digest);
      if (still != null && !store.holds(digest)) {
        still.missing(differences);
      }
    }
  }

  private boolean damaged(
      KeptFile file, FileUsers users, boolean readThrough, Differences differences) {
    if (!users.fit(file)) {
      return true;
    }
    if (!readThrough) {
      return false;
    }
    try {
      Sha256 found = inventory.read(file.digest());
      differences.read(file.size());
      return !found.equals(file.digest());
    } catch (IOException e) {
      log.error("DEP-906 kept file can't be read sha256={}", file.digest(), e);
      differences.left(DifferenceKind.FILE_UNREADABLE, file.digest().hex());
      return false;
    }
  }

  private void withoutRow(Caller caller, KeptFile file, Differences differences)
      throws IOException {
    Instant before = clock.instant().minus(ROW_COMES_WITHIN);
    if (file.cameAt().isBefore(before)
        && users(caller, DigestRange.only(file.digest())).isEmpty()
        && inventory.setAside(file.digest(), before)) {
      differences.mended(DifferenceKind.FILE_WITHOUT_ROW, file.digest().hex());
    }
  }

  private Map<Sha256, FileUsers> users(Caller caller, DigestRange range) {
    Map<Sha256, FileUsers> users = new HashMap<>();
    for (DepositBytes bytes : deposits.bytes(caller, range.from(), range.to())) {
      users.computeIfAbsent(bytes.digest(), digest -> new FileUsers()).add(bytes);
    }
    for (ReceiptBytes bytes : receipts.bytes(caller, range.from(), range.to())) {
      users.computeIfAbsent(bytes.digest(), digest -> new FileUsers()).add(bytes);
    }
    for (Sha256 attached : mails.between(caller, range.from(), range.to())) {
      users.computeIfAbsent(attached, digest -> new FileUsers());
    }
    return users;
  }
}
