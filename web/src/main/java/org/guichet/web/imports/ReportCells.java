package org.guichet.web.imports;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

/** The report of an import as a table of cells, a part of its rows at a time. */
@RequestScoped
public class ReportCells {
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

  @Inject ImportPlans plans;
  @Inject ImportAt at;
  @Inject ImportWords words;
  @Inject CurrentVisitor visitor;
  @Inject Settings settings;

  /** Begins the file with its heads and those of further columns. */
  Sheet begin(HttpServletRequest request, HttpServletResponse response, String... more)
      throws IOException {
    Texts texts = words.texts();
    ZoneId zone = settings.zone();
    LocalDate day = LocalDate.ofInstant(at.getView().createdAt(), zone);
    Sheet sheet =
        new SheetFile(request, response, texts, zone)
            .begin(texts.text("imports.file") + "-" + day, texts.text("imports.step.report"));
    sheet.head(
        Stream.concat(COLUMNS.stream(), Stream.of(more))
            .map(one -> texts.text("imports.report." + one))
            .toList());
    return sheet;
  }

  /** Files of the import, by their place. */
  Map<Integer, String> files() {
    return at.getView().files().stream()
        .collect(Collectors.toMap(ImportView.FileView::place, ImportView.FileView::name));
  }

  Page<PlannedRow> part(int from) {
    return plans.rows(visitor.caller(), at.getId(), PlanQuery.all(PageRequest.from(from)));
  }

  List<Object> cells(PlannedRow row, Map<Integer, String> files) {
    boolean inFile = row.ref().line() > 0;
    return new ArrayList<>(
        List.of(
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
                .collect(Collectors.joining(" ; "))));
  }
}
