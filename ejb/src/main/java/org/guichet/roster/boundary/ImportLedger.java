package org.guichet.roster.boundary;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.account.boundary.RightsGiving;
import org.guichet.audit.boundary.AuditTrail;
import org.guichet.audit.entity.AuditAction;
import org.guichet.audit.entity.AuditEntry;
import org.guichet.audit.entity.AuditSubject;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.guichet.roster.control.heading.HeaderRecognition;
import org.guichet.roster.control.keeping.ChildChoices;
import org.guichet.roster.control.keeping.Choices;
import org.guichet.roster.control.keeping.Classes;
import org.guichet.roster.control.keeping.Drops;
import org.guichet.roster.control.keeping.ImportFolder;
import org.guichet.roster.control.keeping.Imports;
import org.guichet.roster.control.keeping.Shapes;
import org.guichet.roster.control.keeping.SummaryText;
import org.guichet.roster.control.planning.ImportFile;
import org.guichet.roster.control.reading.TableFile;
import org.guichet.roster.entity.DroppedImport;
import org.guichet.roster.entity.Heading;
import org.guichet.roster.entity.HeadingWishes;
import org.guichet.roster.entity.ImportMoved;
import org.guichet.roster.entity.ImportSource;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.ImportWaits;
import org.guichet.roster.entity.RosterFile;
import org.guichet.roster.entity.RosterImport;
import org.guichet.roster.entity.TableShape;

/** What every use case of imports does the same way. */
@Dependent
class ImportLedger {
  private static final Caller SYSTEM = Caller.system("imports");

  @Inject Permissions permissions;
  @Inject Imports imports;
  @Inject Drops drops;
  @Inject Choices choices;
  @Inject ChildChoices children;
  @Inject Classes classes;
  @Inject ImportFolder folder;
  @Inject Shapes shapes;
  @Inject HeaderDictionary dictionary;
  @Inject RightsGiving people;
  @Inject AuditTrail trail;
  @Inject Event<ImportWaits> waiting;
  @Inject Event<ImportMoved> moving;
  @Inject Settings settings;
  @Inject Clock clock;
  @Inject Supplier<UUID> ids;

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), settings.zone());
  }

  RosterImport.Deed deed(Caller caller) {
    return new RosterImport.Deed(ids.get(), caller.account(), caller.label(), clock.instant());
  }

  /**
   * An import of an organisation for which the caller may do this.
   *
   * @throws RefusedException with {@code NO_SUCH_IMPORT}, also where it is another organisation's
   */
  RosterImport find(Caller caller, UUID id, Permission permission) {
    permissions.requirePerson(caller);
    return allowed(caller, imports.find(id), permission);
  }

  /** The same, and nobody else changes it before the transaction ends. */
  RosterImport lock(Caller caller, UUID id, Permission permission) {
    permissions.requirePerson(caller);
    allowed(caller, imports.find(id), permission);
    return allowed(caller, imports.lock(id), permission);
  }

  private RosterImport allowed(Caller caller, Optional<RosterImport> found, Permission permission) {
    return found
        .filter(one -> permissions.allows(caller, permission, one.organisation()))
        .orElseThrow(() -> new RefusedException(RefusedException.Code.NO_SUCH_IMPORT, "import"));
  }

  /**
   * A draft that can still be changed, and will be; empty when it can't be any more. One that came
   * by SFTP is the caller's from then on: nothing happens to it by itself.
   */
  Optional<RosterImport> draft(Caller caller, UUID id) {
    Optional<RosterImport> draft =
        Optional.of(lock(caller, id, Permission.PEOPLE_IMPORT))
            .filter(found -> found.state().isDraft());
    draft.flatMap(this::dropped).ifPresent(DroppedImport::takeOver);
    return draft;
  }

  /** What is particular to an import that came by SFTP; the import is locked already. */
  Optional<DroppedImport> dropped(RosterImport one) {
    return one.source() == ImportSource.SFTP ? drops.lock(one.id()) : Optional.empty();
  }

  /** The organisation that a caller without pages brings files for. */
  OrganisationId dropper(Caller caller) {
    OrganisationId organisation =
        caller
            .organisation()
            .orElseThrow(
                () ->
                    new RefusedException(
                        RefusedException.Code.NOT_ALLOWED, Permission.IMPORT_DROP + " for nobody"));
    permissions.require(caller, Permission.IMPORT_DROP, organisation);
    return organisation;
  }

  void audit(Caller caller, AuditAction action, RosterImport about, Map<String, String> values) {
    trail.write(
        caller,
        AuditEntry.of(action, AuditSubject.of(AuditSubject.Type.IMPORT, about.id().toString()))
            .in(about.organisation())
            .after(values));
  }

  /** Somebody may be looking at it. */
  void moved(UUID id) {
    moving.fire(new ImportMoved(id));
  }

  /** It waits for a worker. */
  void waits(RosterImport owner) {
    waiting.fire(new ImportWaits());
    moved(owner.id());
  }

  /** Something was said about its rows: the plan is made anew. */
  void answered(Caller caller, RosterImport owner) {
    owner.answered(deed(caller));
    waits(owner);
  }

  /** Rows of a file are others now, or it went: what was said about them counts no more. */
  void forgetRows(UUID id, int place, boolean gone) {
    choices.forgetFile(id, place, gone);
    children.forget(id);
  }

  /** How a file is read. */
  TableShape shape(RosterImport owner, RosterFile file) throws java.io.IOException {
    return shapes.of(
        file.id(),
        file.wishes(),
        () ->
            new TableFile(folder.path(owner.id(), file.id()))
                .shape(file.wishes(), cell -> dictionary.knows(file.profile(), cell)));
  }

  /** What its columns say. */
  Heading heading(RosterImport owner, RosterFile file, TableShape shape) {
    return new HeaderRecognition(dictionary)
        .recognise(
            shape,
            file.profile(),
            new HeadingWishes(
                file.chosen(), choices.headers(owner.organisation(), file.profile())));
  }

  /** The files of an import as the engine reads them. */
  List<ImportFile> files(RosterImport owner) throws java.io.IOException {
    List<ImportFile> files = new ArrayList<>();
    for (RosterFile file : owner.files()) {
      TableShape shape = shape(owner, file);
      files.add(
          new ImportFile(
              folder.path(owner.id(), file.id()),
              file.profile(),
              shape,
              heading(owner, file, shape).columns()));
    }
    return files;
  }

  /** Its labels of classes. */
  List<String> labels(OrganisationId organisation) {
    return List.copyOf(classes.all(organisation).keySet());
  }

  ImportView view(RosterImport one) {
    Optional<Instant> undoUntil =
        one.canBeUndone(clock.instant())
            ? one.endedAt().map(end -> end.plus(RosterImport.UNDO))
            : Optional.empty();
    boolean shown = one.plan().isPresent() && one.state() != ImportState.CANCELLED;
    return new ImportView(
        one.id(),
        one.organisation(),
        one.state(),
        one.source(),
        name(one.createdBy()),
        one.createdAt(),
        one.changedAt(),
        one.options(),
        one.files().stream().map(ImportLedger::view).toList(),
        one.isPlanCurrent(),
        one.plan(),
        shown ? one.summary().map(SummaryText::read) : Optional.empty(),
        one.progress(),
        one.failure(),
        one.endedAt(),
        name(one.endedBy()),
        undoUntil,
        one.undoneAt()
            .map(
                at ->
                    new ImportView.Undone(
                        at, name(one.undoneBy()), one.undoReversed(), one.undoKept())));
  }

  static ImportView.FileView view(RosterFile file) {
    return new ImportView.FileView(file.place(), file.profile(), file.name(), file.size());
  }

  /** Of somebody who is gone, and where nobody did it, nothing. */
  private String name(Optional<AccountId> account) {
    return account
        .flatMap(id -> people.person(SYSTEM, id))
        .map(person -> person.name().full())
        .orElse("");
  }
}
