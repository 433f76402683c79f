package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.roster.boundary.ImportReading;
import org.guichet.roster.entity.ColumnMapping;
import org.guichet.roster.entity.FieldsView;
import org.guichet.roster.entity.Guess;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RosterSeverity;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Notices;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/import-fields?id=…}: how each file is read, and what its columns say. All
 * files stand in one form, so that going anywhere keeps what was chosen.
 */
@Named
@RequestScoped
public class ImportFieldsPage {
  private static final List<String> CHARSETS =
      List.of("UTF-8", "windows-1252", "ISO-8859-15", "x-MacRoman", "UTF-16LE", "UTF-16BE");
  private static final Map<String, Character> SEPARATORS =
      Map.of("semicolon", ';', "comma", ',', "tab", '\t', "bar", '|');
  private static final List<String> SEPARATOR_WORDS = List.of("semicolon", "comma", "tab", "bar");

  @Inject HttpServletRequest request;
  @Inject CurrentVisitor visitor;
  @Inject ImportAt at;
  @Inject ImportReading reading;
  @Inject ImportWords words;
  @Inject Notices notices;

  private @Nullable List<FieldsView> views;

  private List<FieldsView> views() {
    if (views == null) {
      views = reading.fields(visitor.caller(), at.getId());
    }
    return views;
  }

  /** Keeps what was sent, if anything was, and leads on. */
  public @Nullable String act() {
    if (!at.isOpen()) {
      return notices.to(at.page("done"));
    }
    if (!request.getMethod().equals("POST")) {
      return at.getView().files().isEmpty()
          ? notices.warning("imports.files.none").to(at.page("files"))
          : notices.stay();
    }
    boolean readAnew = false;
    for (FieldsView file : views()) {
      readAnew |= keep(file);
    }
    views = null;
    String go = new Asked(request).text("go");
    if (go.equals("back")) {
      return notices.to(at.page("files"));
    }
    if (readAnew) {
      return notices.info("imports.fields.read").to(at.page("fields"));
    }
    if (!go.equals("next")) {
      return notices.to(at.page("fields"));
    }
    return isReady()
        ? notices.to(at.page("classes"))
        : notices.warning("imports.fields.blocked").to(at.page("fields"));
  }

  /** Keeps what was said of a file; returns whether it is read otherwise now. */
  private boolean keep(FieldsView file) {
    int place = file.file().place();
    ReadingWishes wishes = wishes(file);
    if (!wishes.equals(file.wishes())) {
      // Its columns may be others now: what the form says of them is of before.
      return reading.read(visitor.caller(), at.getId(), place, wishes);
    }
    Map<Integer, RosterField> chosen = new HashMap<>();
    boolean changed = false;
    for (ColumnMapping column : file.heading().columns()) {
      RosterField now = shown(column);
      RosterField wanted =
          new Asked(request)
              .one("c:" + place + ":" + column.column(), RosterField.class)
              .filter(one -> one == RosterField.IGNORED || file.fields().contains(one))
              .orElse(now);
      changed |= wanted != now;
      if (wanted != now || column.reason() == ColumnMapping.Reason.CHOSEN) {
        chosen.put(column.column(), wanted);
      }
    }
    if (changed) {
      reading.choose(visitor.caller(), at.getId(), place, chosen);
    }
    return false;
  }

  private static RosterField shown(ColumnMapping column) {
    RosterField field = column.field();
    return field == null ? RosterField.IGNORED : field;
  }

  /** What stands in the form; what is there as it was guessed stays a guess. */
  private ReadingWishes wishes(FieldsView file) {
    int place = file.file().place();
    if (file.shape().workbook()) {
      return new ReadingWishes(null, null, line(file));
    }
    String charset = new Asked(request).text("charset:" + place);
    String separator = new Asked(request).text("separator:" + place);
    return new ReadingWishes(
        wish(
            CHARSETS.contains(charset) ? charset : "",
            file.shape().charset(),
            file.wishes().charset()),
        wish(SEPARATORS.get(separator), file.shape().separator(), file.wishes().separator()),
        line(file));
  }

  private @Nullable Long line(FieldsView file) {
    String typed = new Asked(request).text("header:" + file.file().place());
    Long line = typed.matches("[1-9]\\d{0,5}") ? Long.valueOf(typed) : null;
    return wish(line, file.shape().headerLine(), file.wishes().headerLine());
  }

  private static <T> @Nullable T wish(@Nullable T sent, Guess<T> guess, @Nullable T before) {
    return sent == null || sent.equals("") || sent.equals(guess.value()) ? before : sent;
  }

  /** Whether nothing keeps any file from the next step. */
  public boolean isReady() {
    return views().stream().allMatch(FieldsView::isReady);
  }

  public List<Table> getTables() {
    return views().stream().map(this::table).toList();
  }

  private Table table(FieldsView file) {
    List<ImportWords.Told> told =
        Stream.concat(
                file.shape().findings().stream(),
                file.heading().findings().stream()
                    .filter(one -> one.severity() == RosterSeverity.FILE))
            .map(words::told)
            .toList();
    return new Table(
        file.file().place(),
        file.file().name(),
        words.profile(file.file().profile()),
        reading(file),
        file.shape().workbook(),
        charsets(file),
        separators(file),
        file.shape().headerLine().value(),
        told,
        file.shape().isReadable() ? columns(file) : List.of());
  }

  /** How it is read, and why. */
  private String reading(FieldsView file) {
    String header =
        words
            .texts()
            .text(
                "imports.fields.header",
                words.number(file.shape().headerLine().value()),
                why(file.shape().headerLine()));
    return file.shape().workbook()
        ? words.texts().text("imports.fields.workbook", header)
        : words
            .texts()
            .text(
                "imports.fields.reading",
                file.shape().charset().value().replace("x-", ""),
                why(file.shape().charset()),
                separator(file.shape().separator().value()),
                why(file.shape().separator()),
                header);
  }

  private String why(Guess<?> guess) {
    return words.text("imports.guess." + guess.reason());
  }

  private String separator(char separator) {
    return SEPARATOR_WORDS.stream()
        .filter(word -> Character.valueOf(separator).equals(SEPARATORS.get(word)))
        .findFirst()
        .map(word -> words.text("imports.separator." + word))
        .orElse(Character.toString(separator));
  }

  private List<Option> charsets(FieldsView file) {
    String now = file.shape().charset().value();
    List<String> all = new ArrayList<>(CHARSETS);
    if (!all.contains(now)) {
      all.add(0, now);
    }
    return all.stream()
        .map(one -> new Option(one, one.replace("x-", ""), one.equals(now)))
        .toList();
  }

  private List<Option> separators(FieldsView file) {
    char now = file.shape().separator().value();
    return SEPARATOR_WORDS.stream()
        .map(
            word ->
                new Option(
                    word,
                    words.text("imports.separator." + word),
                    Character.valueOf(now).equals(SEPARATORS.get(word))))
        .toList();
  }

  private List<Column> columns(FieldsView file) {
    return file.heading().columns().stream().map(column -> column(file, column)).toList();
  }

  private Column column(FieldsView file, ColumnMapping column) {
    RosterField shown = shown(column);
    List<Option> options = new ArrayList<>();
    options.add(option(RosterField.IGNORED, shown));
    file.fields().stream()
        .filter(field -> field != RosterField.IGNORED)
        .forEach(field -> options.add(option(field, shown)));
    ImportWords.Look look = look(column);
    String why = words.texts().text("imports.why." + column.reason(), column.like());
    Optional<RosterFinding> warning =
        file.heading().findings().stream()
            .filter(one -> one.severity() == RosterSeverity.WARNING)
            .filter(one -> one.value().equals(column.header()) && column.field() == null)
            .findFirst();
    return new Column(
        "c:" + file.file().place() + ":" + column.column(),
        column.header().isBlank()
            ? words.texts().text("imports.fields.nameless", column.column() + 1)
            : column.header(),
        column.samples().stream().distinct().limit(3).toList(),
        options,
        look,
        warning.map(one -> words.told(one).mend()).orElse(why),
        column.block() > 0 ? words.texts().text("imports.fields.child", column.block()) : "");
  }

  private Option option(RosterField field, RosterField now) {
    return new Option(field.name(), words.field(field), field == now);
  }

  private ImportWords.Look look(ColumnMapping column) {
    String text = words.text("imports.found." + column.reason());
    return switch (column.reason()) {
      case KNOWN ->
          column.field() == RosterField.IGNORED
              ? new ImportWords.Look(words.text("imports.found.ignored"), "ne", "ban")
              : new ImportWords.Look(text, "ok", "up");
      case CHOSEN, REMEMBERED -> new ImportWords.Look(text, "ru", "mark");
      case NEARLY, CONTENT, TWICE, UNKNOWN -> new ImportWords.Look(text, "wa", "warn");
    };
  }

  /**
   * A file.
   *
   * @param reading how it is read, and why
   * @param line on which its header stands
   * @param told what stands in its way, or is worth saying
   */
  public record Table(
      int place,
      String name,
      String profile,
      String reading,
      boolean workbook,
      List<Option> charsets,
      List<Option> separators,
      long line,
      List<ImportWords.Told> told,
      List<Column> columns) {
    public Table {
      charsets = List.copyOf(charsets);
      separators = List.copyOf(separators);
      told = List.copyOf(told);
      columns = List.copyOf(columns);
    }
  }

  /**
   * A column.
   *
   * @param name of its choice in the form
   * @param child which child it is of; empty for none
   */
  public record Column(
      String name,
      String header,
      List<String> samples,
      List<Option> options,
      ImportWords.Look look,
      String why,
      String child) {
    public Column {
      samples = List.copyOf(samples);
      options = List.copyOf(options);
    }
  }

  /** Something to choose. */
  public record Option(String value, String text, boolean chosen) {}
}
