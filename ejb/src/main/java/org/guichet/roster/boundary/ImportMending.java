package org.guichet.roster.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.roster.control.keeping.ChildSearch;
import org.guichet.roster.control.keeping.PeopleList;
import org.guichet.roster.control.keeping.Plans;
import org.guichet.roster.control.planning.KeyDigest;
import org.guichet.roster.control.planning.RowReading;
import org.guichet.roster.control.reading.OneRow;
import org.guichet.roster.entity.ChildChoice;
import org.guichet.roster.entity.ChildMention;
import org.guichet.roster.entity.ColumnMapping;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFile;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RosterImport;
import org.guichet.roster.entity.RowCell;
import org.guichet.roster.entity.RowLook;
import org.guichet.roster.entity.RowRef;
import org.guichet.roster.entity.SourceRow;
import org.guichet.roster.entity.TableShape;
import org.guichet.roster.entity.UnclearChild;

/** Rows of files to be mended: any of their cells, and which pupils a parent's children are. */
@Stateless
@PermitAll // rights: Permissions, not the container
public class ImportMending {
  @Inject ImportLedger ledger;
  @Inject Plans plans;
  @Inject PeopleList people;

  /** A row as its file says it; empty when there is none, or nothing can be changed any more. */
  public Optional<RowLook> look(Caller caller, UUID id, RowRef ref) {
    RosterImport owner = ledger.find(caller, id, Permission.PEOPLE_IMPORT);
    return owner.state().isDraft() && ImportPlans.has(owner, ref)
        ? look(owner, ref)
        : Optional.empty();
  }

  private Optional<RowLook> look(RosterImport owner, RowRef ref) {
    RosterFile file = owner.file(ref.file());
    try {
      TableShape shape = ledger.shape(owner, file);
      List<ColumnMapping> columns = ledger.heading(owner, file, shape).columns();
      Optional<SourceRow> found =
          OneRow.at(ledger.folder.path(owner.id(), file.id()), shape, ref.line());
      Map<Integer, String> edits =
          ledger.choices.edits(owner.id()).getOrDefault(ref, Map.of()); // few people edit much
      return found.map(
          row -> {
            List<RowCell> cells = cells(row, columns, edits);
            return new RowLook(ref, cells, children(owner, file, columns, row, ref, edits));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RowCell> cells(
      SourceRow row, List<ColumnMapping> columns, Map<Integer, String> edits) {
    List<RowCell> cells = new ArrayList<>();
    for (ColumnMapping column : columns) {
      RosterField field = column.field();
      if (field != null && field != RosterField.IGNORED) {
        String value = edits.getOrDefault(column.column(), row.cell(column.column()));
        cells.add(
            new RowCell(column.column(), column.header(), field, column.block(), value.strip()));
      }
    }
    return cells;
  }

  private List<UnclearChild> children(
      RosterImport owner,
      RosterFile file,
      List<ColumnMapping> columns,
      SourceRow row,
      RowRef ref,
      Map<Integer, String> edits) {
    Optional<PlannedRow> planned = owner.plan().flatMap(plan -> plans.at(plan, ref));
    Map<Long, ChildChoice> chosen = ledger.children.of(owner.id()).getOrDefault(ref, Map.of());
    List<String> unclear =
        planned.stream()
            .flatMap(one -> one.findings().stream())
            .filter(
                finding ->
                    finding.code() == RosterCode.CHILD_NOT_FOUND
                        || finding.code() == RosterCode.CHILD_AMBIGUOUS)
            .map(RosterFinding::value)
            .toList();
    if (file.profile() != Profile.PARENT || (unclear.isEmpty() && chosen.isEmpty())) {
      return List.of();
    }
    List<ChildMention> mentions =
        new RowReading(
                file.profile(),
                columns,
                ImportReading.mapping(ledger, owner, ledger.labels(owner.organisation())),
                ledger.today())
            .read(row, ref, edits)
            .children();
    ChildSearch search =
        new ChildSearch(
            plans, people, owner.organisation(), owner.plan().orElseThrow(), ledger.now());
    return mentions.stream()
        .filter(
            child ->
                unclear.contains(asFound(child)) || chosen.containsKey(KeyDigest.of(child.key())))
        .map(
            child ->
                new UnclearChild(
                    child.key(),
                    child.shown(),
                    search.candidates(child, ledger.today()),
                    chosen.get(KeyDigest.of(child.key()))))
        .toList();
  }

  /** As findings name the child. */
  private static String asFound(ChildMention child) {
    return RosterFinding.at(RosterCode.CHILD_NOT_FOUND, 0, child.shown()).value();
  }

  /**
   * Types other values into a row's cells; the plan is made anew.
   *
   * @param values by column, from 0; of columns that mean nothing, nothing is taken
   * @return false when there is no such row, no such column, or it is too late
   */
  public boolean edit(Caller caller, UUID id, RowRef ref, Map<Integer, String> values) {
    Optional<RosterImport> draft =
        ledger.draft(caller, id).filter(owner -> ImportPlans.has(owner, ref));
    if (draft.isEmpty()) {
      return false;
    }
    Map<Integer, String> cells = new HashMap<>(values);
    cells.keySet().retainAll(meaningful(draft.get(), ref));
    if (cells.isEmpty()) {
      return false;
    }
    ledger.choices.edit(id, ref, cells);
    ledger.answered(caller, draft.get());
    return true;
  }

  private List<Integer> meaningful(RosterImport owner, RowRef ref) {
    try {
      RosterFile file = owner.file(ref.file());
      return ledger.heading(owner, file, ledger.shape(owner, file)).columns().stream()
          .filter(column -> column.field() != null && column.field() != RosterField.IGNORED)
          .map(ColumnMapping::column)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Says who the child of a parent's row is; the plan is made anew.
   *
   * @param child as {@link UnclearChild#key} has it
   * @param choice one of its candidates, or nobody
   * @return false when that is no question there, or it is too late
   */
  public boolean chooseChild(Caller caller, UUID id, RowRef ref, String child, ChildChoice choice) {
    Optional<RosterImport> draft =
        ledger.draft(caller, id).filter(owner -> ImportPlans.has(owner, ref));
    boolean offered =
        draft.flatMap(owner -> look(owner, ref)).stream()
            .flatMap(row -> row.children().stream())
            .filter(one -> one.key().equals(child))
            .anyMatch(
                one ->
                    choice.equals(ChildChoice.NOBODY)
                        || one.candidates().stream().anyMatch(c -> c.choice().equals(choice)));
    if (offered) {
      ledger.children.choose(id, ref, child, choice);
      ledger.answered(caller, draft.orElseThrow());
    }
    return offered;
  }
}
