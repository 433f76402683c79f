package org.guichet.web.imports;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.boundary.ImportPlans;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.RosterField;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Sheet;
import org.guichet.web.SheetFile;
import org.guichet.web.Texts;

/**
 * The report of an import as a file, all its rows: {@code /portal/import-report.csv?id=…}, {@code
 * /portal/import-report.xlsx?id=…}.
 */
public class ImportExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of(
          "line",
          "file",
          "operation",
          "last_name",
          "first_name",
          "birth_date",
          "login",
          "profile",
          "external_id",
          "classes",
          "findings",
          "changes");

  @Inject transient ImportPlans plans;
  @Inject transient ImportAt at;
  @Inject transient ImportWords words;
  @Inject transient CurrentVisitor visitor;
  @Inject transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Texts texts = words.texts();
    ZoneId zone = settings.zone();
    Page<PlannedRow> first = part(0); // refused before the first byte is written
    Map<Integer, String> files =
        at.getView().files().stream()
            .collect(Collectors.toMap(ImportView.FileView::place, ImportView.FileView::name));
    LocalDate day = LocalDate.ofInstant(at.getView().createdAt(), zone);
    try (Sheet sheet =
        new SheetFile(request, response, texts, zone)
            .begin(texts.text("imports.file") + "-" + day, texts.text("imports.step.report"))) {
      sheet.head(COLUMNS.stream().map(one -> texts.text("imports.report." + one)).toList());
      SheetFile.write(sheet, first, this::part, row -> cells(row, files));
    }
  }

  private Page<PlannedRow> part(int from) {
    return plans.rows(visitor.caller(), at.getId(), PlanQuery.all(PageRequest.from(from)));
  }

  private List<Object> cells(PlannedRow row, Map<Integer, String> files) {
    boolean inFile = row.ref().line() > 0;
    return List.of(
        inFile ? Long.toString(row.ref().line()) : "",
        inFile ? files.getOrDefault(row.ref().file(), "") : "",
        words.operation(row.operation()).text(),
        row.value(RosterField.LAST_NAME),
        row.value(RosterField.FIRST_NAME),
        words.value(RosterField.BIRTH_DATE, row.value(RosterField.BIRTH_DATE)),
        row.login(),
        words.one(row.profile()),
        row.value(RosterField.EXTERNAL_ID),
        String.join(", ", row.classes()),
        row.findings().stream()
            .map(words::told)
            .map(told -> told.number() + " " + told.what())
            .collect(Collectors.joining(" ")),
        row.changes().stream()
            .map(
                change ->
                    words.field(change.field())
                        + words.text("page.colon")
                        + " "
                        + words.value(change.field(), change.before())
                        + " → "
                        + words.value(change.field(), change.after()))
            .collect(Collectors.joining(" ; ")));
  }
}
