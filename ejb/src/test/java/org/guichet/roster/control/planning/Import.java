package org.guichet.roster.control.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.guichet.roster.control.heading.HeaderRecognition;
import org.guichet.roster.control.reading.TableFile;
import org.guichet.roster.entity.ChildFigures;
import org.guichet.roster.entity.Heading;
import org.guichet.roster.entity.HeadingWishes;
import org.guichet.roster.entity.ImportOptions;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;
import org.guichet.roster.entity.TableShape;

/** An import of a test, from texts to a plan. */
public final class Import {
  public static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

  private final Path folder;
  private final PeopleInMemory people;
  private final List<ImportFile> files = new ArrayList<>();
  private final Map<RowRef, RowChoice> choices = new HashMap<>();
  private final Map<RowRef, Map<Integer, String>> edits = new HashMap<>();
  private final Map<String, String> classes = new HashMap<>();
  private List<String> knownClasses = List.of();
  private ImportOptions options = ImportOptions.NONE;
  private final List<PlanRow> rows = new ArrayList<>();
  private PlanSummary summary =
      new PlanSummary(
          Map.of(), Map.of(), Set.of(), 0, List.of(), List.of(), Map.of(), ChildFigures.NONE);

  public Import(Path folder, PeopleInMemory people) {
    this.folder = folder;
    this.people = people;
  }

  public Import file(Profile profile, String text) {
    return file(profile, text.getBytes(StandardCharsets.UTF_8));
  }

  public Import file(Profile profile, String text, String encoding) {
    return file(profile, text.getBytes(Charset.forName(encoding)));
  }

  public Import file(Profile profile, byte[] bytes) {
    try {
      return file(profile, Files.write(folder.resolve(profile + "-" + files.size()), bytes));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Import file(Profile profile, Path path) throws IOException {
    HeaderDictionary dictionary = HeaderDictionary.shipped();
    TableShape shape =
        new TableFile(path).shape(ReadingWishes.NONE, cell -> dictionary.knows(profile, cell));
    assertThat(shape.findings()).isEmpty();
    Heading heading =
        new HeaderRecognition(dictionary).recognise(shape, profile, HeadingWishes.NONE);
    assertThat(heading.findings()).filteredOn(RosterFinding::blocks).isEmpty();
    files.add(new ImportFile(path, profile, shape, heading.columns()));
    return this;
  }

  public Import choose(int file, long line, RowChoice choice) {
    choices.put(new RowRef(file, line), choice);
    return this;
  }

  public Import edit(int file, long line, int column, String value) {
    edits.put(new RowRef(file, line), Map.of(column, value));
    return this;
  }

  public Import knownClasses(String... labels) {
    knownClasses = List.of(labels);
    return this;
  }

  public Import classAs(String label, String target) {
    classes.put(label, target);
    return this;
  }

  public Import options(boolean preDelete, boolean yearChange) {
    options = new ImportOptions(preDelete, yearChange);
    return this;
  }

  public ImportRequest request(ClassMapping mapping) {
    return new ImportRequest(files, mapping, options, choices, edits);
  }

  public Import plan() {
    try {
      ClassMapping mapping =
          ClassMapping.of(
              Census.classes(request(ClassMapping.AS_WRITTEN), TODAY), knownClasses, classes);
      rows.clear();
      summary = new ImportPlanning(people, people, TODAY).plan(request(mapping), rows::add);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Plans, and does it. */
  public Import done() {
    plan();
    people.follow(rows);
    return this;
  }

  public List<PlanRow> rows() {
    return rows;
  }

  public PlanSummary summary() {
    return summary;
  }

  public PlanRow row(int file, long line) {
    return rows.stream()
        .filter(row -> row.read().ref().equals(new RowRef(file, line)))
        .findFirst()
        .orElseThrow();
  }

  public List<Operation> operations() {
    return rows.stream().map(PlanRow::operation).toList();
  }

  public List<RosterCode> codes(int file, long line) {
    return row(file, line).findings().stream().map(RosterFinding::code).toList();
  }
}
