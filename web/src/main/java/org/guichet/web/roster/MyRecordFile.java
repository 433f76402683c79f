package org.guichet.web.roster;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import org.guichet.platform.entity.Settings;
import org.guichet.roster.boundary.MyRecord;
import org.guichet.web.CsvSheet;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Sheet;
import org.guichet.web.Texts;

/**
 * What organisations keep of the visitor, as a file: {@code /portal/my-record.json} for programs,
 * {@code /portal/my-record.csv} to read.
 */
public class MyRecordFile extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient MyRecord record;
  @Inject transient MyRecordPage page;
  @Inject transient PeopleWords words;
  @Inject transient CurrentVisitor visitor;
  @Inject transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String json = record.json(visitor.caller());
    boolean csv = request.getServletPath().endsWith(".csv");
    Texts texts = words.texts();
    response.setHeader("Cache-Control", "no-store");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s.%s\""
            .formatted(texts.text("record.file"), csv ? "csv" : "json"));
    if (!csv) {
      response.setContentType("application/json;charset=UTF-8");
      response.getWriter().print(json);
      return;
    }
    response.setContentType(CsvSheet.TYPE);
    try (Sheet sheet =
        new CsvSheet(response.getOutputStream(), texts.language(), settings.zone())) {
      sheet.head(
          List.of(
              texts.text("record.keeper"), texts.text("record.what"), texts.text("record.value")));
      for (MyRecordPage.Kept kept : page.getRecords()) {
        for (PersonPage.Fact fact : kept.facts()) {
          sheet.row(List.of(kept.organisation(), fact.label(), fact.value()));
        }
        for (PeopleWords.Row child : kept.children()) {
          sheet.row(List.of(kept.organisation(), texts.text("people.children"), child.name()));
        }
      }
    }
  }
}
