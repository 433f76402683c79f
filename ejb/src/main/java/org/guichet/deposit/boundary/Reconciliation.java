package org.guichet.deposit.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.deposit.control.Differences;
import org.guichet.deposit.entity.DepositLook;
import org.guichet.deposit.entity.Difference;
import org.guichet.deposit.entity.DifferenceKind;
import org.guichet.deposit.entity.Fault;
import org.guichet.deposit.entity.PageLook;
import org.guichet.deposit.entity.Reconciled;
import org.guichet.deposit.entity.ReconciliationScope;
import org.guichet.platform.boundary.FileInventory;
import org.guichet.platform.boundary.FileStore;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Permission;
import org.guichet.receipt.boundary.ReceiptBooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares store, rows and outboxes, while the desk goes on working. What is surely right is put
 * right; all the rest is told, and never touched. It holds no lock and no transaction for longer
 * than a page, and its memory doesn't grow with what is kept.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Reconciliation {
  private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);

  /** All files are read through within so many nights. */
  private static final int NIGHTS = 28;

  private static final int NEWEST = 500;
  private static final int PAGE = 500;
  private static final int MOST_ENTRIES = 1_000;

  @Inject ReconciliationLedger ledger;
  @Inject SpoolReconciling spool;
  @Inject StoreReconciling kept;
  @Inject ReceiptBooks receipts;
  @Inject FileStore store;
  @Inject Permissions permissions;
  @Inject Clock clock;
  @Inject ZoneId zone;

  /** Compares all that belongs to {@code scope}. Repeating it is harmless. */
  public Reconciled reconcile(Caller caller, ReconciliationScope scope) {
    permissions.requireEverywhere(caller, Permission.DEPOSIT_PROCESS);
    Differences differences = new Differences();
    try {
      spool.compare(caller, differences);
      if (scope == ReconciliationScope.RECENT) {
        newest(caller, differences);
      } else {
        everything(caller, scope, differences);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Reconciled result = differences.result();
    log.info(
        "DEP-110 reconciled scope={} deposits={} files={} read={} mended={} left={}",
        scope,
        result.deposits(),
        result.files(),
        result.bytesRead(),
        result.mended(),
        result.left());
    return result;
  }

  private void newest(Caller caller, Differences differences) {
    List<DepositId> newest = ledger.newest(caller, NEWEST);
    for (DepositId id : newest) {
      Optional<DepositLook> look = ledger.one(caller, id);
      look.ifPresent(found -> settle(caller, found, differences));
      look.flatMap(DepositLook::file)
          .filter(file -> !store.holds(file))
          .ifPresent(file -> missing(caller, id, differences));
    }
    differences.compared(newest.size());
  }

  /** Asked once more: retention may have let go of it in the meantime. */
  private void missing(Caller caller, DepositId id, Differences differences) {
    ledger
        .one(caller, id)
        .filter(look -> look.file().isPresent())
        .ifPresent(
            look -> differences.left(DifferenceKind.FILE_MISSING, Long.toString(look.number())));
  }

  private void everything(Caller caller, ReconciliationScope scope, Differences differences)
      throws IOException {
    UUID after = new UUID(0, 0);
    PageLook page;
    do {
      page = ledger.page(caller, after, PAGE);
      differences.compared(page.compared());
      for (DepositLook suspect : page.suspects()) {
        // Rows moved while the page was read: the one is looked at once more.
        ledger.one(caller, suspect.id()).ifPresent(look -> settle(caller, look, differences));
      }
      for (Difference stray : page.strays()) {
        differences.left(stray.kind(), stray.about());
      }
      after = page.last();
    } while (!page.end());
    strays(caller, differences);
    for (UUID entry : receipts.entriesWithoutReceipt(caller, MOST_ENTRIES)) {
      differences.left(DifferenceKind.ENTRY_WITHOUT_RECEIPT, entry.toString());
    }
    for (int share = 0; share < FileInventory.SHARES; share++) {
      kept.compare(caller, share, readThrough(scope, share), differences);
    }
  }

  /** Passages and keys of attempts that don't count: found by one walk over all of them. */
  private void strays(Caller caller, Differences differences) {
    for (UUID id : ledger.withStrays(caller, MOST_ENTRIES)) {
      Optional<DepositLook> look = ledger.whole(caller, new DepositId(id));
      if (look.isPresent()) {
        settle(caller, look.get(), differences);
      } else if (ledger.unknown(caller, id)) {
        differences.left(DifferenceKind.VERDICTS_WITHOUT_DEPOSIT, id.toString());
      }
    }
  }

  private void settle(Caller caller, DepositLook look, Differences differences) {
    String number = Long.toString(look.number());
    for (Fault fault : look.faults()) {
      if (ledger.mend(caller, look.id(), fault)) {
        differences.mended(fault.kind(), number);
      } else {
        differences.left(fault.kind(), number);
      }
    }
  }

  private boolean readThrough(ReconciliationScope scope, int share) {
    long night = clock.instant().atZone(zone).toLocalDate().toEpochDay();
    return scope == ReconciliationScope.DEEP
        || (scope == ReconciliationScope.NIGHTLY && share % NIGHTS == night % NIGHTS);
  }
}
