package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.organisation.boundary.OrganisationDirectory;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.control.keeping.DropReport.DroppedFile;
import org.guichet.roster.control.keeping.DropReport.Figures;
import org.guichet.roster.control.keeping.Plans;
import org.guichet.roster.control.keeping.SummaryText;
import org.guichet.roster.entity.DroppedImport;
import org.guichet.roster.entity.ImportReport;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.ReportKind;
import org.guichet.roster.entity.RosterFile;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RosterImport;

/** The rows of reports, and the mails that go with them: each method is one short transaction. */
@Stateless
@PermitAll // rights: Permissions, not the container
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ImportReportLedger {
  private static final int PART = 500;

  @Inject ImportLedger ledger;
  @Inject ImportLetters letters;
  @Inject OrganisationDirectory directory;
  @Inject Plans plans;
  @Inject ImportHolds holds;

  /**
   * A report that is still to be written.
   *
   * @param plan whose rows it tells; empty where none was made
   */
  public record Owed(
      UUID id,
      OrganisationId organisation,
      ReportKind kind,
      Locale language,
      Optional<UUID> plan,
      Figures figures) {}

  /** In what an organisation reads. */
  public Locale language(Caller caller, OrganisationId organisation) {
    return view(caller, organisation).language();
  }

  private OrganisationView view(Caller caller, OrganisationId organisation) {
    return directory.find(caller, organisation).orElseThrow();
  }

  /** Imports whose sender is owed a report. */
  public List<UUID> owing(Caller caller) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    return ledger.drops.owing();
  }

  /** What is to be told of an import; empty when it was told meanwhile. */
  public Optional<Owed> owed(Caller caller, UUID id) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    RosterImport owner = ledger.imports.lock(id).orElseThrow();
    DroppedImport drop = locked(Optional.of(owner));
    return drop.due()
        .map(
            kind ->
                new Owed(
                    id,
                    owner.organisation(),
                    kind,
                    language(caller, owner.organisation()),
                    told(kind) ? owner.plan() : Optional.empty(),
                    figures(caller, owner, kind, drop)));
  }

  private DroppedImport locked(Optional<RosterImport> owner) {
    return owner.flatMap(ledger::dropped).orElseThrow();
  }

  /** Whether there is a plan to be told of. */
  private static boolean told(ReportKind kind) {
    return kind == ReportKind.APPLIED || kind == ReportKind.DRAFT;
  }

  private Figures figures(Caller caller, RosterImport owner, ReportKind kind, DroppedImport drop) {
    Optional<PlanSummary> summary =
        told(kind) ? owner.summary().map(SummaryText::read) : Optional.empty();
    Map<Integer, DroppedFile> files = new HashMap<>();
    for (RosterFile file : owner.files()) {
      files.put(
          file.place(),
          new DroppedFile(
              file.name(),
              file.profile().name(),
              file.size(),
              file.sha256().hex(),
              summary
                  .map(one -> one.fileFindings().getOrDefault(file.place(), List.of()))
                  .orElse(List.of())));
    }
    return new Figures(
        Optional.of(owner.id().toString()),
        kind,
        ledger.now(),
        files,
        summary,
        kind == ReportKind.DRAFT
            ? summary.map(one -> holds.of(caller, owner, one)).orElse(Set.of())
            : Set.of(),
        drop.incident());
  }

  /** Rows of a plan behind a place. */
  public List<PlannedRow> rows(Caller caller, Optional<UUID> plan, long behind) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    return plan.map(id -> plans.after(id, behind, PART)).orElse(List.of());
  }

  /**
   * Lays a report in its folder, and mails that it is there.
   *
   * @return false when something else is owed by now, or nothing
   */
  public boolean reported(Caller caller, Owed owed, ImportReporting.Written written) {
    ledger.permissions.requireEverywhere(caller, Permission.PEOPLE_PROCESS);
    RosterImport owner = ledger.imports.lock(owed.id()).orElseThrow();
    DroppedImport drop = locked(Optional.of(owner));
    boolean same = !told(owed.kind()) || owner.plan().equals(owed.plan());
    if (!same || !drop.due().equals(Optional.of(owed.kind()))) {
      return false;
    }
    drop.paid();
    lay(owed.organisation(), written);
    letters.reported(view(caller, owed.organisation()), owed, written.rows().name());
    return true;
  }

  /** The same for a file that belongs to no import. */
  public void refused(
      Caller caller, PeopleFile file, RosterFinding why, ImportReporting.Written written) {
    ledger.permissions.require(caller, Permission.IMPORT_DROP, file.organisation());
    lay(file.organisation(), written);
    OrganisationView organisation = view(caller, file.organisation());
    letters.refused(organisation, file, why, written.rows().name(), ledger.now());
  }

  private void lay(OrganisationId organisation, ImportReporting.Written written) {
    for (ImportReporting.Written.File file : List.of(written.rows(), written.figures())) {
      ledger.drops.add(
          new ImportReport(file.id(), organisation, file.name(), file.size(), ledger.now()));
    }
  }
}
