package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guichet.roster.boundary.ImportReading;
import org.guichet.roster.entity.Candidate;
import org.guichet.roster.entity.FieldsView;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowRef;
import org.guichet.web.CurrentVisitor;
import org.jspecify.annotations.Nullable;

/** Rows of a report as people read them, with the forms in which they are mended. */
@RequestScoped
public class ImportRows {
  @Inject CurrentVisitor visitor;
  @Inject ImportAt at;
  @Inject ImportReading reading;
  @Inject ImportWords words;

  private @Nullable Map<Integer, List<RosterField>> fields;

  /** What files have columns for, by their place. */
  private Map<Integer, List<RosterField>> fields() {
    if (fields == null) {
      Map<Integer, List<RosterField>> all = new HashMap<>();
      if (at.isOpen()) {
        reading
            .fields(visitor.caller(), at.getId())
            .forEach(file -> all.put(file.file().place(), columns(file)));
      }
      fields = all;
    }
    return fields;
  }

  private static List<RosterField> columns(FieldsView file) {
    return file.heading().columns().stream()
        .map(column -> column.field())
        .filter(Objects::nonNull)
        .filter(field -> field != RosterField.IGNORED)
        .distinct()
        .sorted()
        .toList();
  }

  /** As a form names it: {@code 0.12}. */
  static String word(RowRef ref) {
    return ref.file() + "." + ref.line();
  }

  /** The row that a form names; empty for nonsense. */
  static Optional<RowRef> ref(@Nullable String word) {
    if (word == null || !word.matches("\\d{1,4}\\.[1-9]\\d{0,8}")) {
      return Optional.empty();
    }
    int dot = word.indexOf('.');
    return Optional.of(
        new RowRef(
            Integer.parseInt(word.substring(0, dot)), Long.parseLong(word.substring(dot + 1))));
  }

  Row row(PlannedRow row) {
    boolean inFile = row.ref().line() > 0;
    boolean open = inFile && at.isOpen();
    String ref = word(row.ref());
    return new Row(
        ref,
        inFile ? words.number(row.ref().line()) : "",
        words.operation(row.operation()),
        row.value(RosterField.LAST_NAME),
        row.value(RosterField.FIRST_NAME),
        words.one(row.profile()),
        row.login(),
        words.value(RosterField.BIRTH_DATE, row.value(RosterField.BIRTH_DATE)),
        row.value(RosterField.EXTERNAL_ID),
        String.join(", ", row.classes()),
        effect(row),
        row.changes().stream()
            .map(
                change ->
                    new Change(
                        words.field(change.field()),
                        words.value(change.field(), change.before()),
                        words.value(change.field(), change.after())))
            .toList(),
        row.children(),
        row.findings().stream().map(words::told).toList(),
        open ? candidates(row) : List.of(),
        open && row.operation() != Operation.LEFT_OUT ? cells(row) : List.of(),
        open,
        row.operation() == Operation.ERROR,
        row.operation() == Operation.LEFT_OUT);
  }

  private String effect(PlannedRow row) {
    RowRef merged = row.mergedInto();
    return switch (row.operation()) {
      case CREATE -> words.text("imports.effect.CREATE");
      case CHANGE -> row.returning() ? words.text("imports.effect.returning") : "";
      case UNCHANGED -> words.text("imports.effect.UNCHANGED");
      case MERGE ->
          words
              .texts()
              .text("imports.effect.MERGE", merged == null ? "" : words.number(merged.line()));
      case LEAVE -> words.text("imports.effect.LEAVE");
      case ERROR -> words.text("imports.effect.ERROR");
      case LEFT_OUT -> words.text("imports.effect.LEFT_OUT");
    };
  }

  /** Whom the row may be; with somebody new where that is a question. */
  private List<Who> candidates(PlannedRow row) {
    List<Who> all = new ArrayList<>();
    for (Candidate one : row.candidates()) {
      String day = words.value(RosterField.BIRTH_DATE, one.birthDate());
      String name = (one.lastName() + " " + one.firstName()).strip();
      all.add(
          new Who(
              one.person().toString(),
              name,
              (day.isEmpty() ? "" : words.texts().text("imports.born", day) + " · ")
                  + one.login()
                  + " · "
                  + words.text("imports.match." + one.reason())));
    }
    boolean asked =
        row.findings().stream()
            .map(RosterFinding::code)
            .anyMatch(
                code ->
                    code == RosterCode.AMBIGUOUS_PERSON
                        || code == RosterCode.SAME_PERSON_TWICE
                        || code == RosterCode.PARENT_MERGED
                        || code == RosterCode.CHOICE_OUTDATED);
    if (asked || !all.isEmpty()) {
      all.add(new Who("new", words.text("imports.who.new"), words.text("imports.who.new.what")));
    }
    return all;
  }

  private List<Cell> cells(PlannedRow row) {
    List<Cell> cells = new ArrayList<>();
    for (RosterField field : fields().getOrDefault(row.ref().file(), List.of())) {
      Optional<RosterFinding> wrong =
          row.findings().stream().filter(one -> one.field() == field).findFirst();
      cells.add(
          new Cell(
              field.name(),
              words.field(field),
              value(row, field).isEmpty()
                  ? wrong.map(RosterFinding::value).orElse("")
                  : value(row, field),
              wrong.map(one -> words.told(one).what()).orElse("")));
    }
    return cells;
  }

  /** Of several classes the first; of children nothing: they are shown above. */
  private String value(PlannedRow row, RosterField field) {
    return field == RosterField.CLASS
        ? row.classes().stream().findFirst().orElse("")
        : words.value(field, row.value(field));
  }

  /**
   * A row.
   *
   * @param ref as its form names it
   * @param line in its file; empty for who is in none
   * @param effect what happens, where no change says it
   * @param candidates whom it may be; empty where that is no question
   * @param cells what can be typed anew
   * @param open whether it can be mended
   */
  public record Row(
      String ref,
      String line,
      ImportWords.Look operation,
      String lastName,
      String firstName,
      String profile,
      String login,
      String birthDate,
      String externalId,
      String classes,
      String effect,
      List<Change> changes,
      List<String> children,
      List<ImportWords.Told> told,
      List<Who> candidates,
      List<Cell> cells,
      boolean open,
      boolean inError,
      boolean leftOut) {
    public Row {
      changes = List.copyOf(changes);
      children = List.copyOf(children);
      told = List.copyOf(told);
      candidates = List.copyOf(candidates);
      cells = List.copyOf(cells);
    }

    /** For buttons and fields that stand once in every row. */
    public String who() {
      return (lastName + " " + firstName).strip() + (line.isEmpty() ? "" : " (" + line + ")");
    }
  }

  /** A value that changes. */
  public record Change(String field, String before, String after) {}

  /** Somebody whom a row may be. */
  public record Who(String value, String name, String what) {}

  /**
   * A cell that can be typed anew.
   *
   * @param wrong what is wrong with it; empty for nothing
   */
  public record Cell(String field, String label, String value, String wrong) {}
}
