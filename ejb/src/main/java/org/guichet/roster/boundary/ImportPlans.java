package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.control.ErrorRows;
import org.guichet.roster.control.keeping.Plans;
import org.guichet.roster.control.keeping.SummaryText;
import org.guichet.roster.entity.ApplyOutcome;
import org.guichet.roster.entity.DroppedImport;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.RosterFile;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RosterImport;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;
import org.guichet.roster.entity.TableShape;

/** What imports would do: to be asked for, read, mended row by row, and ordered. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ImportPlans {
  private static final int PART = 500;

  @Inject ImportLedger ledger;
  @Inject Plans plans;

  /**
   * Has the plan made, unless it stands already.
   *
   * @return false when there are no files, or it is too late
   */
  public boolean ask(Caller caller, UUID id) {
    Optional<RosterImport> draft =
        ledger.draft(caller, id).filter(owner -> !owner.files().isEmpty());
    draft.ifPresent(
        owner -> {
          owner.ask(ledger.deed(caller));
          ledger.waits(owner);
        });
    return draft.isPresent();
  }

  /** A part of the plan's rows; of what was done, once it was. */
  public Page<PlannedRow> rows(Caller caller, UUID id, PlanQuery query) {
    RosterImport owner = ledger.find(caller, id, Permission.PEOPLE_VIEW);
    return owner
        .plan()
        .map(plan -> plans.page(plan, query))
        .orElseGet(() -> new Page<>(List.of(), 0));
  }

  /** One row of the plan; empty where there is none. */
  public Optional<PlannedRow> row(Caller caller, UUID id, RowRef ref) {
    RosterImport owner = ledger.find(caller, id, Permission.PEOPLE_IMPORT);
    return owner.plan().flatMap(plan -> plans.at(plan, ref));
  }

  /** The labels of all classes of the plan. */
  public List<String> labels(Caller caller, UUID id) {
    RosterImport owner = ledger.find(caller, id, Permission.PEOPLE_VIEW);
    return owner.plan().map(plans::labels).orElse(List.of());
  }

  /**
   * Decides about a row that isn't clear; the plan is made anew.
   *
   * @return false when there is no such row, or it is too late
   */
  public boolean choose(Caller caller, UUID id, RowRef ref, RowChoice choice) {
    Optional<RosterImport> draft = ledger.draft(caller, id).filter(owner -> has(owner, ref));
    draft.ifPresent(
        owner -> {
          ledger.choices.choose(id, ref, choice);
          ledger.answered(caller, owner);
        });
    return draft.isPresent();
  }

  /** Takes back what was decided about a row; false when it is too late. */
  public boolean reconsider(Caller caller, UUID id, RowRef ref) {
    Optional<RosterImport> draft = ledger.draft(caller, id).filter(owner -> has(owner, ref));
    draft.ifPresent(
        owner -> {
          ledger.choices.forget(id, ref);
          ledger.answered(caller, owner);
        });
    return draft.isPresent();
  }

  /** Leaves out all rows that are in error; returns how many. */
  public int leaveOutErrors(Caller caller, UUID id) {
    Optional<RosterImport> draft = ledger.draft(caller, id);
    Optional<UUID> plan = draft.flatMap(RosterImport::plan);
    if (draft.isEmpty() || plan.isEmpty()) {
      return 0;
    }
    int left = 0;
    PlanQuery errors =
        new PlanQuery(
            "",
            Optional.empty(),
            Optional.of(Operation.ERROR),
            "",
            Optional.empty(),
            PageRequest.from(0));
    Page<PlannedRow> part = plans.page(plan.get(), errors);
    while (!part.rows().isEmpty()) {
      part.rows().forEach(row -> ledger.choices.choose(id, row.ref(), RowChoice.leftOut()));
      left += part.rows().size();
      PlanQuery next =
          new PlanQuery(
              "",
              Optional.empty(),
              Optional.of(Operation.ERROR),
              "",
              Optional.empty(),
              PageRequest.from(left));
      part = plans.page(plan.get(), next);
    }
    if (left > 0) {
      ledger.answered(caller, draft.get());
    }
    return left;
  }

  /** Whether it is a row of a file that a plan knows of. */
  static boolean has(RosterImport owner, RowRef ref) {
    return ref.line() > 0
        && owner.files().stream().anyMatch(file -> file.place() == ref.file())
        && owner.plan().isPresent();
  }

  /**
   * Orders what the plan says.
   *
   * @param shown which plan was read: another one isn't done unread
   * @param typed where many would leave, one of {@link ApplyOutcome#CONFIRMING}
   */
  public ApplyOutcome apply(Caller caller, UUID id, UUID shown, String typed) {
    RosterImport owner = ledger.lock(caller, id, Permission.PEOPLE_IMPORT);
    ledger.dropped(owner).ifPresent(DroppedImport::takeOver);
    boolean other = !owner.plan().equals(Optional.of(shown));
    if (other && owner.state() == ImportState.PLANNED && owner.isPlanCurrent()) {
      return ApplyOutcome.NOT_PLANNED;
    }
    if (owner.state() != ImportState.PLANNED || !owner.isPlanCurrent()) {
      if (owner.state().isDraft()) {
        owner.ask(ledger.deed(caller));
        ledger.waits(owner);
      }
      return ApplyOutcome.NOT_PLANNED;
    }
    PlanSummary summary = owner.summary().map(SummaryText::read).orElseThrow();
    if (!summary.isApplicable()) {
      return ApplyOutcome.BLOCKED;
    }
    boolean confirmed = ApplyOutcome.CONFIRMING.contains(typed.strip().toUpperCase(Locale.ROOT));
    if (summary.isGuarded() && !confirmed) {
      return ApplyOutcome.NOT_CONFIRMED;
    }
    owner.apply(ledger.deed(caller));
    ledger.waits(owner);
    return ApplyOutcome.STARTED;
  }

  /**
   * Writes the rows of a file that can't be imported, with their reasons, to be corrected and
   * dropped again.
   *
   * @return false, and nothing is written, when there is no such file any more
   */
  public boolean errorRows(Caller caller, UUID id, int place, Locale language, OutputStream out)
      throws IOException {
    RosterImport owner = ledger.find(caller, id, Permission.PEOPLE_IMPORT);
    Optional<RosterFile> file =
        owner.files().stream().filter(one -> one.place() == place).findFirst();
    Optional<UUID> plan = owner.plan();
    if (file.isEmpty() || plan.isEmpty() || owner.filesGoneAt().isPresent()) {
      return false;
    }
    TableShape shape = ledger.shape(owner, file.get());
    ErrorRows.write(
        ledger.folder.path(id, file.get().id()), shape, errors(plan.get(), place), language, out);
    return true;
  }

  private Map<Long, List<RosterFinding>> errors(UUID plan, int place) {
    Map<Long, List<RosterFinding>> errors = new HashMap<>();
    int first = 0;
    Page<PlannedRow> part;
    do {
      part =
          plans.page(
              plan,
              new PlanQuery(
                  "",
                  Optional.empty(),
                  Optional.of(Operation.ERROR),
                  "",
                  Optional.empty(),
                  new PageRequest(first, PART)));
      part.rows().stream()
          .filter(row -> row.ref().file() == place)
          .forEach(row -> errors.put(row.ref().line(), row.findings()));
      first += PART;
    } while (!part.rows().isEmpty());
    return errors;
  }
}
