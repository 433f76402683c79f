package org.guichet.web.imports;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Serial;
import java.text.Normalizer;
import java.util.Locale;
import org.guichet.roster.boundary.ImportDrafts;
import org.guichet.roster.entity.Profile;
import org.guichet.web.Asked;
import org.guichet.web.CurrentVisitor;

/**
 * A file to be filled in for a profile: {@code /portal/import-template.csv?profile=…}, {@code
 * /portal/import-template.xlsx?profile=…}.
 */
public class ImportTemplate extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final String CSV = "text/csv; charset=UTF-8";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject transient ImportDrafts drafts;
  @Inject transient ImportWords words;
  @Inject transient CurrentVisitor visitor;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Profile profile = new Asked(request).one("profile", Profile.class).orElse(Profile.PUPIL);
    boolean workbook = request.getServletPath().endsWith(".xlsx");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(); // small; refusals come before
    drafts.template(visitor.caller(), profile, workbook, bytes);
    String name =
        Normalizer.normalize(words.profile(profile), Normalizer.Form.NFD)
            .replaceAll("\\P{ASCII}", "")
            .toLowerCase(Locale.ROOT);
    response.setContentType(workbook ? XLSX : CSV);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s.%s\"".formatted(name, workbook ? "xlsx" : "csv"));
    bytes.writeTo(response.getOutputStream());
  }
}
