package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.control.keeping.Plans;
import org.guichet.roster.control.keeping.RowTraces;
import org.guichet.roster.control.keeping.UndoBook;
import org.guichet.roster.entity.ImportReport;
import org.guichet.roster.entity.ReportKind;
import org.guichet.roster.entity.RosterImport;

/**
 * Forgets what imports needed once nobody can need it: thirty days after the last thing that was
 * done with one, its files, what was typed, what was there before, and the names of those who
 * aren't here. Figures and rows of what was applied stay.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportSweep {
  private static final int AT_ONCE = 20;
  private static final Duration STRAY = Duration.ofDays(1);
  private static final Duration KEPT = RosterImport.UNDO.plusDays(1);

  @Inject ImportLedger ledger;
  @Inject Plans plans;
  @Inject UndoBook book;
  @Inject RowTraces traces;

  /** Forgets some; returns how many. */
  public int forget(Caller caller) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_SWEEP);
    List<UUID> over = ledger.imports.forgettable(ledger.now().minus(KEPT), AT_ONCE);
    over.forEach(id -> forget(caller, id));
    return over.size() + forgetReports();
  }

  private int forgetReports() {
    List<ImportReport> over = ledger.drops.madeBefore(ledger.now().minus(KEPT));
    for (ImportReport report : over) {
      ledger.drops.remove(report);
      try {
        ledger.folder.eraseReport(report.id());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    forgetStrays();
    return over.size();
  }

  /** Of a server that died between bytes and row. */
  private void forgetStrays() {
    try {
      for (UUID stray : ledger.folder.reportsBefore(ledger.now().minus(STRAY))) {
        if (ledger.drops.report(stray).isEmpty()) {
          ledger.folder.eraseReport(stray);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void forget(Caller caller, UUID id) {
    RosterImport owner = ledger.imports.lock(id).orElseThrow();
    if (owner.state().isDraft()) {
      owner.cancel(ledger.deed(caller));
      ledger.audit(caller, AuditAction.IMPORT_CANCELLED, owner, Map.of("why", "forgotten"));
      ledger.dropped(owner).ifPresent(drop -> drop.owe(ReportKind.GIVEN_UP, null));
      plans.sweep(id, null);
    }
    owner.plan().ifPresent(plans::release);
    owner.plan().ifPresent(traces::settle);
    ledger.choices.forgetAll(id);
    ledger.children.forget(id);
    book.forget(id);
    owner.filesGone(ledger.now());
    try {
      ledger.folder.erase(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
