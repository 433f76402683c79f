package org.guichet.web.insight;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.flux.FindingTexts;
import org.guichet.insight.boundary.Statistics;
import org.guichet.insight.entity.Figures;
import org.guichet.insight.entity.StatisticsQuery;
import org.guichet.insight.entity.StatisticsView;
import org.guichet.platform.entity.Settings;
import org.guichet.web.Asked;
import org.guichet.web.PageLanguage;
import org.guichet.web.Sheet;
import org.guichet.web.SheetFile;
import org.guichet.web.Texts;
import org.guichet.web.portal.WorkedFor;

/**
 * One of the tables of the statistics as a file, of the period that the address says. {@code
 * /portal/statistics.csv}, {@code /portal/statistics.xlsx}.
 */
public class StatisticsExport extends HttpServlet {
  @Serial private static final long serialVersionUID = 1L;

  /** Which table. */
  enum Table {
    TREND,
    CAUSES,
    PARTS
  }

  @Inject transient Statistics statistics;
  @Inject transient WorkedFor worked;
  @Inject transient PageLanguage language;
  @Inject transient Settings settings;
  @Inject transient Clock clock;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    StatisticsAsked asked = StatisticsAsked.asked(request, today);
    Table table = new Asked(request).one("table", Table.class).orElse(Table.TREND);
    Texts texts = Texts.in(language.getLocale());
    List<List<?>> rows = rows(asked, table, texts); // refused before the first byte is written
    String name = texts.text("statistics.file." + table);
    try (Sheet sheet =
        new SheetFile(request, response, texts, settings.zone())
            .begin(
                name + "-" + asked.from() + "-" + asked.until(), texts.text("statistics.title"))) {
      sheet.head(head(asked, table, texts));
      for (List<?> row : rows) {
        sheet.row(row);
      }
    }
  }

  private static List<String> head(StatisticsAsked asked, Table table, Texts texts) {
    return switch (table) {
      case TREND -> figures(texts, texts.text("statistics.column.from"));
      case CAUSES ->
          Stream.of("code", "cause", "passages", "files")
              .map(one -> texts.text("statistics.column." + one))
              .toList();
      case PARTS ->
          figures(
              texts,
              texts.text("statistics.column.key"),
              texts.text("statistics.part." + asked.split()));
    };
  }

  private static List<String> figures(Texts texts, String... first) {
    List<String> names = new ArrayList<>(List.of(first));
    Stream.of("files", "refused", "accepted", "rejected", "late")
        .map(one -> texts.text("statistics.column." + one))
        .forEach(names::add);
    return names;
  }

  private List<List<?>> rows(StatisticsAsked asked, Table table, Texts texts) {
    StatisticsQuery query = asked.query(StatisticsPage.reader(worked));
    List<List<?>> rows = new ArrayList<>();
    if (table == Table.PARTS) {
      statistics
          .parts(worked.caller(), query, asked.split())
          .forEach(
              part ->
                  rows.add(
                      cells(
                          part.figures(), part.key(), PartNames.name(part, asked.split(), texts))));
      return rows;
    }
    StatisticsView view = statistics.view(worked.caller(), query);
    if (table == Table.TREND) {
      view.trend().forEach(piece -> rows.add(cells(piece.figures(), piece.begin())));
    } else {
      view.causes()
          .forEach(
              cause ->
                  rows.add(
                      List.of(
                          cause.code().number(),
                          FindingTexts.title(cause.code(), texts.language()),
                          cause.passages(),
                          cause.files())));
    }
    return rows;
  }

  private static List<?> cells(Figures figures, Object... first) {
    List<Object> cells = new ArrayList<>(List.of(first));
    cells.addAll(
        List.of(
            figures.files(),
            figures.refused(),
            figures.accepted(),
            figures.rejected(),
            figures.late()));
    return cells;
  }
}
