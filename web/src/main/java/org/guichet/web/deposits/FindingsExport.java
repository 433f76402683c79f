package org.guichet.web.deposits;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.deposit.boundary.DepositDossier;
import org.guichet.deposit.entity.CauseCount;
import org.guichet.deposit.entity.FoundPassage;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FindingTexts;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Asked;
import org.guichet.web.CsvSheet;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Sheet;
import org.guichet.web.Texts;

/**
 * What is wrong with which passage of a deposit, as a file for a spreadsheet, written as it is
 * read: {@code /portal/findings.csv?number=…}, of one cause with {@code cause=…}.
 */
public class FindingsExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of(
          "code",
          "title",
          "severity",
          "passage",
          "line",
          "column",
          "path",
          "value",
          "expected",
          "mend");

  @Inject transient DepositPage deposit;
  @Inject transient DepositDossier dossier;
  @Inject transient CurrentVisitor visitor;
  @Inject transient PageLanguage language;
  @Inject transient Settings settings;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<FindingCode> wanted = new Asked(request).one("cause", FindingCode.class);
    List<FindingCode> codes =
        deposit.details().causes().stream()
            .map(CauseCount::code)
            .distinct()
            .filter(code -> wanted.isEmpty() || wanted.get() == code)
            .toList();
    Texts texts = Texts.in(language.getLocale());
    response.setContentType(CsvSheet.TYPE);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s-%d.csv\""
            .formatted(texts.text("deposit.findings.file"), deposit.number()));
    try (Sheet sheet =
        new CsvSheet(response.getOutputStream(), texts.language(), settings.zone())) {
      sheet.head(COLUMNS.stream().map(one -> texts.text("deposit.findings." + one)).toList());
      for (FindingCode code : codes) {
        write(sheet, code, texts.language());
      }
    }
  }

  private void write(Sheet sheet, FindingCode code, Locale locale) throws IOException {
    int after = 0;
    List<FoundPassage> part = part(code, after);
    while (!part.isEmpty()) {
      for (FoundPassage passage : part) {
        for (Finding finding : passage.findings()) {
          if (finding.code() == code) {
            sheet.row(cells(passage, finding, locale));
          }
        }
        after = passage.position();
      }
      part = part(code, after);
    }
  }

  private List<FoundPassage> part(FindingCode code, int after) {
    return dossier.passagesAfter(
        visitor.caller(),
        visitor.caller().organisation(),
        deposit.number(),
        code,
        after,
        PageRequest.LARGEST);
  }

  private static List<Object> cells(FoundPassage passage, Finding finding, Locale locale) {
    return List.of(
        finding.code().number(),
        FindingTexts.title(finding.code(), locale),
        FindingTexts.severity(finding.severity(), locale),
        passage.idTechnique().orElse(""),
        finding.line(),
        finding.column(),
        finding.path(),
        Optional.ofNullable(finding.value()).orElse(""),
        FindingTexts.expected(finding, locale),
        FindingTexts.mend(finding, locale));
  }
}
