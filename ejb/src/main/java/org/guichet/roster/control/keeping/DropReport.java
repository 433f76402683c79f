package org.guichet.roster.control.keeping;

import jakarta.json.stream.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.guichet.platform.entity.SpreadsheetText;
import org.guichet.roster.control.RosterTexts;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.guichet.roster.entity.FieldChange;
import org.guichet.roster.entity.ImportHold;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReportKind;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;

/**
 * What a sender of files by SFTP is told: the rows as CSV, for people and spreadsheets, and the
 * figures as JSON, for programs.
 */
public final class DropReport {
  private static final char MARK = '\uFEFF';
  private static final List<String> COLUMNS =
      List.of(
          "line",
          "file",
          "operation",
          "profile",
          "lastName",
          "firstName",
          "birthDate",
          "login",
          "externalId",
          "classes",
          "codes",
          "reason",
          "changes");

  private DropReport() {}

  /**
   * All that is told in figures.
   *
   * @param id of the import; empty for a file that belongs to none
   * @param files by their place
   * @param summary empty where no plan was made
   * @param holds why it waits for somebody
   * @param incident number of a fault of ours
   */
  public record Figures(
      Optional<String> id,
      ReportKind kind,
      Instant at,
      Map<Integer, DroppedFile> files,
      Optional<PlanSummary> summary,
      Set<ImportHold> holds,
      Optional<String> incident) {
    public Figures {
      files = Map.copyOf(files);
      holds = Set.copyOf(holds);
    }

    /** Why it waits, a sentence for each reason; empty where it doesn't. */
    public List<String> reasons(Locale language) {
      return holds.stream().sorted().map(hold -> reason(hold, language)).toList();
    }

    private String reason(ImportHold hold, Locale language) {
      return summary.map(one -> RosterTexts.hold(hold, one, language)).orElse(hold.name());
    }
  }

  /**
   * A file as its sender knows it.
   *
   * @param findings about the whole of it
   */
  public record DroppedFile(
      String name, String profile, long size, String sha256, List<RosterFinding> findings) {
    public DroppedFile {
      findings = List.copyOf(findings);
    }
  }

  /** Writes the figures; leaves the stream open. */
  public static void json(Figures figures, Locale language, OutputStream out) {
    JsonGenerator json = RosterJson.JSON.createGenerator(out);
    json.writeStartObject();
    figures.id().ifPresent(id -> json.write("import", id));
    json.write("outcome", figures.kind().name()).write("at", figures.at().toString());
    figures.incident().ifPresent(incident -> json.write("incident", incident));
    json.writeStartArray("files");
    figures.files().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(file -> file(json, file.getValue(), language));
    json.writeEnd();
    holds(json, figures, language);
    figures.summary().ifPresent(summary -> summary(json, summary));
    json.writeEnd();
    json.flush();
  }

  private static void file(JsonGenerator json, DroppedFile file, Locale language) {
    json.writeStartObject()
        .write("name", file.name())
        .write("profile", file.profile())
        .write("size", file.size())
        .write("sha256", file.sha256())
        .writeStartArray("findings");
    for (RosterFinding finding : file.findings()) {
      json.writeStartObject()
          .write("code", finding.code().number())
          .write("severity", finding.severity().name())
          .write("line", finding.line())
          .write("message", RosterTexts.what(finding, language))
          .write("mend", RosterTexts.mend(finding, language))
          .writeEnd();
    }
    json.writeEnd().writeEnd();
  }

  private static void holds(JsonGenerator json, Figures figures, Locale language) {
    if (figures.kind() == ReportKind.DRAFT) {
      json.writeStartArray("waitsFor");
      figures.holds().stream()
          .sorted()
          .forEach(
              hold ->
                  json.writeStartObject()
                      .write("reason", hold.name())
                      .write("message", figures.reason(hold, language))
                      .writeEnd());
      json.writeEnd();
    }
  }

  private static void summary(JsonGenerator json, PlanSummary summary) {
    json.writeStartObject("people");
    summary
        .operations()
        .forEach(
            (profile, operations) -> {
              json.writeStartObject(profile.name());
              operations.forEach((operation, count) -> json.write(operation.name(), count));
              json.writeEnd();
            });
    json.writeEnd().writeStartObject("findings");
    summary.findings().forEach((code, count) -> json.write(code.number(), count));
    json.writeEnd();
  }

  /**
   * Writes the findings about whole files, then all rows, as French spreadsheets open them. Leaves
   * the stream open.
   *
   * @param rows those behind a place, in their order; empty behind the last
   */
  public static void csv(
      Figures figures, LongFunction<List<PlannedRow>> rows, Locale language, OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(MARK);
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.EXCEL.builder().setDelimiter(';').get());
    csv.printRecord(COLUMNS.stream().map(one -> RosterTexts.text("report." + one, language)));
    for (DroppedFile file : figures.files().values()) {
      for (RosterFinding finding : file.findings()) {
        csv.printRecord(harmless(ofFile(file, finding, language)));
      }
    }
    long behind = -1;
    for (List<PlannedRow> part = rows.apply(behind); !part.isEmpty(); part = rows.apply(behind)) {
      for (PlannedRow row : part) {
        csv.printRecord(harmless(ofRow(row, figures.files(), language)));
      }
      behind = part.get(part.size() - 1).place();
    }
    csv.flush();
  }

  private static Stream<String> harmless(List<String> cells) {
    return cells.stream().map(SpreadsheetText::harmless);
  }

  private static List<String> ofFile(DroppedFile file, RosterFinding finding, Locale language) {
    return List.of(
        finding.line() > 0 ? Long.toString(finding.line()) : "",
        file.name(),
        "",
        RosterTexts.text("profile." + file.profile(), language),
        "",
        "",
        "",
        "",
        "",
        "",
        finding.code().number(),
        told(finding, language),
        "");
  }

  private static List<String> ofRow(
      PlannedRow row, Map<Integer, DroppedFile> files, Locale language) {
    boolean inFile = row.ref().line() > 0;
    DroppedFile file = inFile ? files.get(row.ref().file()) : null;
    return List.of(
        inFile ? Long.toString(row.ref().line()) : "",
        file == null ? "" : file.name(),
        RosterTexts.text("operation." + row.operation(), language),
        RosterTexts.text("profile." + row.profile(), language),
        row.value(RosterField.LAST_NAME),
        row.value(RosterField.FIRST_NAME),
        row.value(RosterField.BIRTH_DATE),
        row.login(),
        row.value(RosterField.EXTERNAL_ID),
        String.join(", ", row.classes()),
        row.findings().stream()
            .map(finding -> finding.code().number())
            .distinct()
            .collect(Collectors.joining(" ")),
        row.findings().stream()
            .map(finding -> told(finding, language))
            .collect(Collectors.joining(" ")),
        row.changes().stream()
            .map(change -> changed(row.profile(), change))
            .collect(Collectors.joining(" ; ")));
  }

  private static String told(RosterFinding finding, Locale language) {
    return RosterTexts.what(finding, language) + " " + RosterTexts.mend(finding, language);
  }

  private static String changed(Profile profile, FieldChange change) {
    return HeaderDictionary.shipped().title(profile, change.field())
        + " : "
        + change.before()
        + " → "
        + change.after();
  }
}
