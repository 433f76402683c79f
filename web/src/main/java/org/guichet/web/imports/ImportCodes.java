package org.guichet.web.imports;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.guichet.platform.entity.Page;
import org.guichet.roster.boundary.SlipDesk;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.Sheet;
import org.guichet.web.SheetFile;

/**
 * The report of an import with a code for everybody whom it made and who has no account yet: {@code
 * POST /portal/import-codes.csv}, {@code .xlsx}, since it makes new codes and kills those of
 * before. They are made part by part, as the file is written.
 */
public class ImportCodes extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient ReportCells report;
  @Inject transient ImportAt at;
  @Inject transient SlipDesk slips;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<UUID, String> codes = new HashMap<>();
    Page<PlannedRow> first = part(0, codes); // refused before the first byte is written
    Map<Integer, String> files = report.files();
    response.setHeader("Cache-Control", "no-store");
    try (Sheet sheet = report.begin(request, response, "code")) {
      SheetFile.write(
          sheet,
          first,
          from -> part(from, codes),
          row -> {
            List<Object> cells = report.cells(row, files);
            // A merged row is about somebody whose code stands with the first row already.
            UUID person = row.operation() == Operation.CREATE ? row.person() : null;
            cells.add(person == null ? "" : codes.getOrDefault(person, ""));
            return cells;
          });
    }
  }

  /** A part of the rows, with the codes of its people in place of those of the part before. */
  private Page<PlannedRow> part(int from, Map<UUID, String> codes) {
    Page<PlannedRow> part = report.part(from);
    List<UUID> made =
        part.rows().stream()
            .filter(row -> row.operation() == Operation.CREATE)
            .map(PlannedRow::person)
            .filter(Objects::nonNull)
            .toList();
    codes.clear();
    codes.putAll(slips.codes(visitor.caller(), at.getView().organisation(), at.getId(), made));
    return part;
  }
}
