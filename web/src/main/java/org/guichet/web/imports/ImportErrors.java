package org.guichet.web.imports;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.guichet.roster.boundary.ImportPlans;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;

/**
 * The rows of a file that can't be imported, with their reasons, to be corrected and dropped again:
 * {@code /portal/import-errors.csv?id=…&file=…}.
 */
public class ImportErrors extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  @Inject transient ImportPlans plans;
  @Inject transient ImportAt at;
  @Inject transient ImportWords words;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String file = new Asked(request).text("file");
    int place = file.matches("\\d{1,4}") ? Integer.parseInt(file) : -1;
    boolean there = at.getView().files().stream().anyMatch(one -> one.place() == place);
    if (!there || !at.isImporting()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("text/csv; charset=UTF-8");
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s-%d.csv\""
            .formatted(words.text("imports.errors.file"), place + 1));
    boolean written =
        plans.errorRows(
            visitor.caller(),
            at.getId(),
            place,
            words.texts().language(),
            response.getOutputStream());
    if (!written) {
      response.reset();
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }
}
