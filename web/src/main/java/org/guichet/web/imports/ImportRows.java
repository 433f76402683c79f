package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.roster.boundary.ImportMending;
import org.guichet.roster.entity.Candidate;
import org.guichet.roster.entity.ChildCandidate;
import org.guichet.roster.entity.ChildChoice;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowCell;
import org.guichet.roster.entity.RowLook;
import org.guichet.roster.entity.RowRef;
import org.guichet.web.CurrentVisitor;
import org.jspecify.annotations.Nullable;

/** Rows of a report as people read them, with the forms in which they are mended. */
@RequestScoped
public class ImportRows {
  private static final String NOBODY = "nobody";

  @Inject CurrentVisitor visitor;
  @Inject ImportAt at;
  @Inject ImportMending mending;
  @Inject HttpServletRequest request;
  @Inject ImportWords words;

  private @Nullable RowLook opened;
  private boolean looked;

  /** The row that the address says is to be mended, as its file says it. */
  private Optional<RowLook> opened() {
    if (!looked && at.isOpen()) {
      opened =
          ref(request.getParameter("edit"))
              .flatMap(one -> mending.look(visitor.caller(), at.getId(), one))
              .orElse(null);
    }
    looked = true;
    return Optional.ofNullable(opened);
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
    Optional<RowLook> look = opened().filter(one -> one.ref().equals(row.ref()));
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
        look.map(one -> cells(row, one)).orElse(List.of()),
        look.map(this::children).orElse(List.of()),
        open && look.isEmpty() && row.operation() != Operation.LEFT_OUT,
        row.findings().stream().map(RosterFinding::code).anyMatch(ImportRows::asksForAChild),
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
                  + words.text("imports.match." + one.reason()),
              false));
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
      all.add(
          new Who("new", words.text("imports.who.new"), words.text("imports.who.new.what"), false));
    }
    return all;
  }

  private static boolean asksForAChild(RosterCode code) {
    return code == RosterCode.CHILD_AMBIGUOUS || code == RosterCode.CHILD_NOT_FOUND;
  }

  /** All cells of the row; those of children and classes are numbered where there are several. */
  private List<Cell> cells(PlannedRow row, RowLook look) {
    Map<RosterField, Integer> all = new EnumMap<>(RosterField.class);
    look.cells().forEach(cell -> all.merge(cell.field(), 1, Integer::sum));
    Map<RosterField, Integer> seen = new EnumMap<>(RosterField.class);
    List<Cell> cells = new ArrayList<>();
    for (RowCell cell : look.cells()) {
      int number = seen.merge(cell.field(), 1, Integer::sum);
      String name = words.field(cell.field());
      cells.add(
          new Cell(
              cell.column(),
              all.getOrDefault(cell.field(), 1) > 1 ? name + " " + number : name,
              cell.value(),
              wrong(row, look, cell)));
    }
    return cells;
  }

  /** What is wrong with a cell; of several for the same, those that are meant. */
  private String wrong(PlannedRow row, RowLook look, RowCell cell) {
    return row.findings().stream()
        .filter(one -> one.field() == cell.field())
        .filter(one -> !cell.field().isRepeatable() || concerns(one, look, cell))
        .findFirst()
        .map(one -> words.told(one).what())
        .orElse("");
  }

  private static boolean concerns(RosterFinding finding, RowLook look, RowCell cell) {
    return switch (finding.code()) {
      case MISSING_VALUE -> cell.value().isEmpty() && cell.block() <= 1;
      case CHILD_INCOMPLETE ->
          cell.value().isEmpty()
              && look.cells().stream()
                  .anyMatch(one -> one.block() == cell.block() && !one.value().isEmpty());
      default -> cell.value().equals(finding.value());
    };
  }

  private List<Child> children(RowLook look) {
    return look.children().stream()
        .map(
            one -> {
              List<Who> candidates = new ArrayList<>();
              one.candidates()
                  .forEach(
                      pupil -> candidates.add(who(pupil, pupil.choice().equals(one.chosen()))));
              candidates.add(
                  new Who(
                      NOBODY,
                      words.text("imports.who.nobody"),
                      words.text("imports.who.nobody.what"),
                      ChildChoice.NOBODY.equals(one.chosen())));
              return new Child(one.key(), one.shown(), candidates);
            })
        .toList();
  }

  private Who who(ChildCandidate pupil, boolean chosen) {
    String day = words.value(RosterField.BIRTH_DATE, pupil.birthDate());
    List<String> what = new ArrayList<>();
    if (!day.isEmpty()) {
      what.add(words.texts().text("imports.born", day));
    }
    what.add(pupil.classes());
    what.add(pupil.login());
    RowRef ref = pupil.choice().row();
    if (ref != null) {
      what.add(words.texts().text("imports.who.line", words.number(ref.line())));
    }
    what.removeIf(String::isEmpty);
    return new Who(
        word(pupil.choice()),
        (pupil.lastName() + " " + pupil.firstName()).strip(),
        String.join(" · ", what),
        chosen);
  }

  /** As a form names it. */
  private static String word(ChildChoice choice) {
    RowRef ref = choice.row();
    UUID person = choice.person();
    if (ref != null) {
      return word(ref);
    }
    return person == null ? NOBODY : person.toString();
  }

  /** The choice that a form names; empty for nonsense. */
  static Optional<ChildChoice> child(String word) {
    if (word.equals(NOBODY)) {
      return Optional.of(ChildChoice.NOBODY);
    }
    Optional<RowRef> ref = ref(word);
    if (ref.isPresent()) {
      return ref.map(ChildChoice::of);
    }
    try {
      return Optional.of(ChildChoice.of(UUID.fromString(word)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * A row.
   *
   * @param ref as its form names it
   * @param line in its file; empty for who is in none
   * @param effect what happens, where no change says it
   * @param candidates whom it may be; empty where that is no question
   * @param cells what can be typed anew, of the row that is opened; else empty
   * @param unclear children of the row that is opened, of whom it isn't clear who they are
   * @param closed whether it can be opened
   * @param asking whether it isn't clear who a child is
   * @param open whether anything can be done with it
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
      List<Child> unclear,
      boolean closed,
      boolean asking,
      boolean open,
      boolean inError,
      boolean leftOut) {
    public Row {
      changes = List.copyOf(changes);
      children = List.copyOf(children);
      told = List.copyOf(told);
      candidates = List.copyOf(candidates);
      cells = List.copyOf(cells);
      unclear = List.copyOf(unclear);
    }

    /** Whether its names went with the person whom it was about. */
    public boolean nameless() {
      return lastName.isEmpty() && firstName.isEmpty();
    }

    /** For buttons and fields that stand once in every row. */
    public String who() {
      return (lastName + " " + firstName).strip() + (line.isEmpty() ? "" : " (" + line + ")");
    }
  }

  /** A value that changes. */
  public record Change(String field, String before, String after) {}

  /** Somebody whom a row, or its child, may be. */
  public record Who(String value, String name, String what, boolean chosen) {}

  /**
   * A child of whom it isn't clear who it is.
   *
   * @param key as its form names it
   */
  public record Child(String key, String shown, List<Who> candidates) {
    public Child {
      candidates = List.copyOf(candidates);
    }
  }

  /**
   * A cell that can be typed anew.
   *
   * @param column of its file, from 0
   * @param wrong what is wrong with it; empty for nothing
   */
  public record Cell(int column, String label, String value, String wrong) {}
}
