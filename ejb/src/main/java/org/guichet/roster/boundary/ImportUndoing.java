package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.control.keeping.UndoBook;
import org.guichet.roster.control.keeping.Undoing;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.RosterImport;
import org.guichet.roster.entity.UndoLook;
import org.guichet.roster.entity.WorkLease;

/** Undoes imports, for thirty days. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ImportUndoing {
  @Inject ImportLedger ledger;
  @Inject ImportSteps steps;
  @Inject UndoBook book;
  @Inject Undoing undoing;

  /** What undoing would do; empty when the import can't be undone. */
  public Optional<UndoLook> look(Caller caller, UUID id) {
    RosterImport owner = ledger.find(caller, id, Permission.PEOPLE_IMPORT);
    if (!owner.canBeUndone(ledger.now())) {
      return Optional.empty();
    }
    long untouched = book.untouched(id, owner.endedAt().orElseThrow());
    return Optional.of(new UndoLook(untouched, book.touched(id) - untouched));
  }

  /** Orders it; false when it can't be undone any more. */
  public boolean ask(Caller caller, UUID id) {
    RosterImport owner = ledger.lock(caller, id, Permission.PEOPLE_IMPORT);
    if (!owner.canBeUndone(ledger.now())) {
      return false;
    }
    owner.undo(ledger.deed(caller));
    ledger.waits(owner);
    return true;
  }

  /**
   * Undoes it: all in one transaction, or nothing.
   *
   * @throws WorkLostException when somebody else has the work by now
   */
  public void undo(Caller caller, WorkLease lease) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    long touched = book.touched(lease.id());
    long reversed =
        undoing.undo(
            new Undoing.Order(
                lease.id(),
                lease.organisation(),
                ledger.imports.find(lease.id()).flatMap(RosterImport::endedAt).orElseThrow(),
                ledger.now(),
                ledger.today(),
                ledger.today().plus(ImportApplying.GRACE)),
            (done, expected) -> steps.renew(caller, lease, done, expected));
    RosterImport owner =
        ledger
            .imports
            .lock(lease.id())
            .filter(one -> one.isHeldBy(lease.holder()) && one.state() == ImportState.UNDOING)
            .orElseThrow(() -> new WorkLostException(lease));
    owner.undone(reversed, touched - reversed, ledger.deed(caller));
    ledger.moved(lease.id());
    ledger.audit(
        caller,
        AuditAction.IMPORT_UNDONE,
        owner,
        Map.of("reversed", Long.toString(reversed), "kept", Long.toString(touched - reversed)));
  }
}
