package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.entity.DroppedImport;
import org.guichet.roster.entity.ImportSource;
import org.guichet.roster.entity.ImportWaits;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.RosterFile;
import org.guichet.roster.entity.RosterImport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which import files that come by SFTP are joined into: each method is one short transaction. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportJoining {
  private static final Logger log = LoggerFactory.getLogger(ImportJoining.class);

  @Inject ImportLedger ledger;

  /**
   * The import that an organisation's files are joined into now; a new one where there is none.
   * Fails when two begin one at the same time: the other has begun it then.
   */
  public UUID collecting(Caller caller, OrganisationId organisation) {
    ledger.permissions.require(caller, Permission.IMPORT_DROP, organisation);
    Optional<UUID> open = ledger.drops.collecting(organisation);
    if (open.isPresent()) {
      RosterImport draft = ledger.imports.lock(open.get()).orElseThrow();
      DroppedImport drop = ledger.drops.lock(draft.id()).orElseThrow();
      if (takes(drop, draft)) {
        return drop.id();
      }
      complete(caller, drop, draft);
      ledger.drops.flush();
    }
    RosterImport begun =
        RosterImport.begin(ledger.ids.get(), organisation, ImportSource.SFTP, ledger.deed(caller));
    ledger.imports.add(begun);
    ledger.drops.add(
        DroppedImport.begin(
            begun.id(), organisation, ledger.now().plus(ledger.settings.roster().together())));
    ledger.audit(
        caller, AuditAction.IMPORT_BEGUN, begun, Map.of("source", ImportSource.SFTP.name()));
    return begun.id();
  }

  private boolean takes(DroppedImport drop, RosterImport draft) {
    return drop.isCollecting(ledger.now())
        && draft.state().isDraft()
        && draft.files().size() < ImportDrafts.MOST_FILES;
  }

  /**
   * Adds a file whose bytes lie in the import's folder; the same file twice is one.
   *
   * @return false when the import takes no more files
   */
  public boolean join(Caller caller, UUID owner, PeopleFile file) {
    ledger.permissions.require(caller, Permission.IMPORT_DROP, file.organisation());
    RosterImport joined = ledger.imports.lock(owner).orElseThrow();
    if (!takes(ledger.drops.lock(owner).orElseThrow(), joined)) {
      return false;
    }
    if (joined.files().stream().anyMatch(one -> one.id().equals(file.id()))) {
      return true; // once more
    }
    boolean there =
        joined.files().stream()
            .anyMatch(
                one ->
                    one.profile() == file.profile()
                        && one.sha256().equals(file.content().digest()));
    if (there) {
      erase(owner, file.id());
      return true;
    }
    joined.add(
        new RosterFile.Arrival(
            file.id(),
            file.profile(),
            ImportDrafts.shortened(file.name()),
            file.content().size(),
            file.content().digest()),
        ledger.deed(caller));
    log.info(
        "IMP-103 file joined into an import id={} profile={} size={} by={}",
        owner,
        file.profile(),
        file.content().size(),
        caller.label());
    return true;
  }

  private void erase(UUID owner, UUID file) {
    try {
      ledger.folder.erase(owner, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The import of the caller's organisation that a file belongs to, if it was taken. */
  public Optional<UUID> importOf(Caller caller, UUID file) {
    OrganisationId dropper = ledger.dropper(caller);
    return ledger
        .drops
        .importOf(file)
        .flatMap(ledger.imports::find)
        .filter(one -> one.organisation().equals(dropper))
        .map(RosterImport::id);
  }

  /** Whether a file belongs to an import, of whomever. */
  public boolean isTaken(Caller caller, UUID file) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    return ledger.drops.importOf(file).isPresent();
  }

  /** Imports whose time to join files is over. */
  public List<UUID> over(Caller caller) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    return ledger.drops.over(ledger.now());
  }

  /** Has one of them planned, unless somebody took it over meanwhile. */
  public void complete(Caller caller, UUID id) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    RosterImport draft = ledger.imports.lock(id).orElseThrow();
    DroppedImport drop = ledger.drops.lock(id).orElseThrow();
    if (drop.isOver(ledger.now())) {
      complete(caller, drop, draft);
    }
  }

  private void complete(Caller caller, DroppedImport drop, RosterImport owner) {
    drop.complete();
    if (!owner.state().isDraft()) {
      return;
    }
    if (owner.files().isEmpty()) { // its first file never came to its row: its sender knows
      owner.cancel(ledger.deed(caller)); // what lies in its folder goes with the sweep
      ledger.audit(caller, AuditAction.IMPORT_CANCELLED, owner, Map.of("why", "no file"));
    } else if (drop.unattended()) {
      owner.ask(ledger.deed(caller));
      ledger.waiting.fire(new ImportWaits());
    }
  }
}
