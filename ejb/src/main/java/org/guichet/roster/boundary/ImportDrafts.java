package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.audit.entity.AuditAction;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Stored;
import org.guichet.roster.control.Templates;
import org.guichet.roster.control.keeping.ImportFolder;
import org.guichet.roster.control.keeping.Plans;
import org.guichet.roster.entity.AddFileOutcome;
import org.guichet.roster.entity.ImportOptions;
import org.guichet.roster.entity.ImportSource;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReportKind;
import org.guichet.roster.entity.RosterFile;
import org.guichet.roster.entity.RosterImport;

/** Imports that an organisation's people prepare: which there are, their files and options. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ImportDrafts {
  /** Bytes of one file: some 300,000 rows. */
  public static final long MOST_BYTES = 50_000_000;

  /** Files of one import. */
  public static final int MOST_FILES = 20;

  @Inject ImportLedger ledger;
  @Inject Plans plans;

  /** An organisation's imports, drafts among them, the latest first. */
  public Page<ImportView> list(Caller caller, OrganisationId organisation, PageRequest page) {
    ledger.permissions.require(caller, Permission.PEOPLE_VIEW, organisation);
    return new Page<>(
        ledger.imports.page(organisation, page).stream().map(ledger::view).toList(),
        ledger.imports.count(organisation));
  }

  /**
   * One import.
   *
   * @throws RefusedException with {@code NO_SUCH_IMPORT}, also where it is another organisation's
   */
  public ImportView find(Caller caller, UUID id) {
    return ledger.view(ledger.find(caller, id, Permission.PEOPLE_VIEW));
  }

  /** Begins an import in the portal; it stays until somebody ends it, or forgets it for long. */
  public UUID begin(Caller caller, OrganisationId organisation) {
    ledger.permissions.require(caller, Permission.PEOPLE_IMPORT, organisation);
    ImportSource source = ImportSource.PORTAL;
    RosterImport begun =
        RosterImport.begin(ledger.ids.get(), organisation, source, ledger.deed(caller));
    ledger.imports.add(begun);
    ledger.audit(caller, AuditAction.IMPORT_BEGUN, begun, Map.of("source", source.name()));
    return begun.id();
  }

  /**
   * Takes a file; its name is kept for people to read.
   *
   * @param content read to its end, and not closed
   * @return empty when the import can't be changed any more
   */
  public Optional<AddFileOutcome> add(
      Caller caller, UUID id, Profile profile, String name, InputStream content) {
    Optional<RosterImport> draft = ledger.draft(caller, id);
    return draft.map(owner -> add(caller, owner, profile, name, content));
  }

  private AddFileOutcome add(
      Caller caller, RosterImport owner, Profile profile, String name, InputStream content) {
    if (owner.files().size() >= MOST_FILES) {
      return new AddFileOutcome.TooMany(MOST_FILES);
    }
    UUID file = ledger.ids.get();
    try {
      Stored kept = ledger.folder.keep(owner.id(), file, content, MOST_BYTES);
      Optional<RosterFile> same =
          owner.files().stream()
              .filter(one -> one.profile() == profile && one.sha256().equals(kept.digest()))
              .findFirst();
      if (same.isPresent()) {
        ledger.folder.erase(owner.id(), file);
        return new AddFileOutcome.AlreadyThere(same.get().name());
      }
      RosterFile added =
          owner.add(
              new RosterFile.Arrival(file, profile, shortened(name), kept.size(), kept.digest()),
              ledger.deed(caller));
      return new AddFileOutcome.Taken(added.place());
    } catch (ImportFolder.TooLargeException e) {
      return new AddFileOutcome.TooLarge(MOST_BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The end says more of what a file is. */
  static String shortened(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
    String plain = last.replaceAll("\\p{Cntrl}", "").strip();
    String known = plain.isEmpty() ? "import.csv" : plain;
    return known.length() <= 255 ? known : known.substring(known.length() - 255);
  }

  /**
   * Takes a file out again, with all that was said about its rows.
   *
   * @param name of the file that is meant: whoever clicks twice doesn't take the next one out, too
   * @return false when there is none, or the import can't be changed any more
   */
  public boolean remove(Caller caller, UUID id, int place, String name) {
    Optional<RosterImport> draft = ledger.draft(caller, id);
    Optional<UUID> file =
        draft.flatMap(
            owner ->
                owner.files().stream()
                    .filter(one -> one.place() == place && one.name().equals(name))
                    .map(RosterFile::id)
                    .findFirst());
    if (draft.isEmpty() || file.isEmpty()) {
      return false;
    }
    draft.get().remove(place, ledger.deed(caller));
    ledger.forgetRows(id, place, true);
    erase(id, file.get());
    return true;
  }

  private void erase(UUID id, UUID file) {
    try {
      ledger.folder.erase(id, file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says what the import does beside its rows; false when it can't be changed any more. */
  public boolean choose(Caller caller, UUID id, ImportOptions options) {
    Optional<RosterImport> draft = ledger.draft(caller, id);
    draft.ifPresent(owner -> owner.choose(options, ledger.deed(caller)));
    return draft.isPresent();
  }

  /** Gives it up, files and all; false when it is too late for that. */
  public boolean cancel(Caller caller, UUID id) {
    Optional<RosterImport> draft = ledger.draft(caller, id);
    if (draft.isEmpty()) {
      return false;
    }
    RosterImport owner = draft.get();
    owner.cancel(ledger.deed(caller));
    ledger.dropped(owner).ifPresent(drop -> drop.owe(ReportKind.GIVEN_UP, null));
    ledger.moved(id);
    owner.filesGone(ledger.now());
    ledger.choices.forgetAll(id);
    ledger.children.forget(id);
    plans.sweep(id, null);
    try {
      ledger.folder.erase(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ledger.audit(caller, AuditAction.IMPORT_CANCELLED, owner, Map.of());
    return true;
  }

  /**
   * A file to be filled in, with the columns of a profile and one invented row.
   *
   * @param workbook whether as XLSX; else CSV
   */
  public void template(Caller caller, Profile profile, boolean workbook, OutputStream out)
      throws IOException {
    ledger.permissions.requirePerson(caller);
    Templates templates = new Templates(ledger.dictionary);
    if (workbook) {
      templates.xlsx(profile, out);
    } else {
      templates.csv(profile, out);
    }
  }
}
