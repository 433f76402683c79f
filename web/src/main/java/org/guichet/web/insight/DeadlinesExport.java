package org.guichet.web.insight;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.flux.FindingTexts;
import org.guichet.insight.boundary.Deadlines;
import org.guichet.insight.entity.DeadlineRow;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;
import org.guichet.web.PageLanguage;
import org.guichet.web.Sheet;
import org.guichet.web.SheetFile;
import org.guichet.web.Texts;
import org.guichet.web.portal.WorkedFor;

/**
 * The list of refused passages as a file: the same filters as the address says, all its pages.
 * {@code /portal/deadlines.csv}, {@code /portal/deadlines.xlsx}.
 */
public class DeadlinesExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  private static final List<String> COLUMNS =
      List.of("passage", "sender", "name", "valid", "deadline", "deposit", "file", "cause");

  @Inject transient Deadlines deadlines;
  @Inject transient WorkedFor worked;
  @Inject transient PageLanguage language;
  @Inject transient Settings settings;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    DeadlinesAsked asked = DeadlinesAsked.asked(request);
    Texts texts = Texts.in(language.getLocale());
    Page<DeadlineRow> first = part(asked, 0); // refused before the first byte is written
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    try (Sheet sheet =
        new SheetFile(request, response, texts, settings.zone())
            .begin(texts.text("deadlines.file") + "-" + today, texts.text("deadlines.title"))) {
      sheet.head(COLUMNS.stream().map(one -> texts.text("deadlines.column." + one)).toList());
      SheetFile.write(sheet, first, from -> part(asked, from), row -> cells(row, texts));
    }
  }

  private Page<DeadlineRow> part(DeadlinesAsked asked, int from) {
    return asked.list(
        deadlines, worked.caller(), StatisticsPage.reader(worked), PageRequest.from(from));
  }

  private static List<Object> cells(DeadlineRow row, Texts texts) {
    return Stream.<Object>of(
            row.idTechnique(),
            row.issuer(),
            row.issuerName(),
            row.validFrom(),
            row.deadline(),
            row.number(),
            row.fileName(),
            row.cause()
                .map(cause -> FindingTexts.title(cause, texts.language()))
                .orElseGet(() -> texts.text("deadlines.whole")))
        .toList();
  }
}
