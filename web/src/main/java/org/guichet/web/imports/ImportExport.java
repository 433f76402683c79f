package org.guichet.web.imports;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;
import org.guichet.platform.entity.Page;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.web.Sheet;
import org.guichet.web.SheetFile;

/**
 * The report of an import as a file, all its rows: {@code /portal/import-report.csv?id=…}, {@code
 * /portal/import-report.xlsx?id=…}.
 */
public class ImportExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient ReportCells report;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Page<PlannedRow> first = report.part(0); // refused before the first byte is written
    Map<Integer, String> files = report.files();
    try (Sheet sheet = report.begin(request, response)) {
      SheetFile.write(sheet, first, report::part, row -> report.cells(row, files));
    }
  }
}
