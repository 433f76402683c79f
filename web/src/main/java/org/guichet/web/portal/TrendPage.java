package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.entity.MonthlyQuality;
import org.guichet.web.ChartModel;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Backs the chart of the dashboard: which share of the passages was accepted, in each of the last
 * six months, and the table beside it.
 */
@Named
@RequestScoped
public class TrendPage {
  private static final int MONTHS = 6;
  private static final double WHOLE = 100;
  private static final double HIGHEST_BEGIN = 94;
  private static final int STEPS = 5;

  @Inject CurrentVisitor visitor;
  @Inject PageLanguage language;
  @Inject DepositDesk desk;

  private @Nullable List<MonthlyQuality> months;

  private List<MonthlyQuality> months() {
    if (months == null) {
      months = desk.trend(visitor.caller(), visitor.caller().organisation(), MONTHS);
    }
    return months;
  }

  /** Whether anything was decided in these months: a chart of nothing says nothing. */
  public boolean isThere() {
    return months().stream().anyMatch(month -> passages(month) > 0);
  }

  /** The newest share, as a title of the chart. */
  public String getNewest() {
    Point last = points().get(points().size() - 1);
    return last.label();
  }

  /** What the newest share is of. */
  public String getNewestOf() {
    return texts().text("trend.of", points().get(points().size() - 1).month());
  }

  /** The chart in words. */
  public String getDescription() {
    Point first = points().get(0);
    Point last = points().get(points().size() - 1);
    return texts()
        .text("trend.description", first.label(), first.month(), last.label(), last.month());
  }

  public List<Row> getRows() {
    NumberFormat numbers = NumberFormat.getIntegerInstance(locale());
    return months().stream()
        .map(
            month ->
                new Row(
                    name(month.month()),
                    numbers.format(month.files()),
                    numbers.format(passages(month)),
                    numbers.format(month.accepted()),
                    passages(month) == 0 ? "–" : percent(share(month))))
        .toList();
  }

  /** The line as {@code g:chart} takes it. */
  public String getChart() {
    List<@Nullable Double> shares = new ArrayList<>();
    List<String> said = new ArrayList<>();
    for (MonthlyQuality month : months()) {
      boolean any = passages(month) > 0;
      shares.add(any ? share(month) : null);
      said.add(any ? percent(share(month)) : "");
    }
    return new ChartModel(months().stream().map(month -> shortName(month.month())).toList())
        .line(
            new ChartModel.Figures("", "accent", shares, said), least(), WHOLE, step(), "\u00a0%");
  }

  /** Months with passages, from left to right. */
  List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (MonthlyQuality month : months()) {
      if (passages(month) > 0) {
        points.add(new Point(shortName(month.month()), percent(share(month))));
      }
    }
    return points;
  }

  /** What the lowest line of the chart stands for: a round number under every point. */
  private double least() {
    double lowest =
        months().stream()
            .filter(month -> passages(month) > 0)
            .mapToDouble(TrendPage::share)
            .min()
            .orElse(0);
    return Math.max(0, Math.min(HIGHEST_BEGIN, Math.floor(lowest / 10) * 10));
  }

  /** A round number between two lines to read the height by. */
  private double step() {
    double range = WHOLE - least();
    return least() == HIGHEST_BEGIN ? range / 3 : range / STEPS;
  }

  private static long passages(MonthlyQuality month) {
    return month.accepted() + month.rejected();
  }

  private static double share(MonthlyQuality month) {
    return WHOLE * month.accepted() / passages(month);
  }

  /** Never rounded up to a whole that it isn't. */
  private String percent(double share) {
    NumberFormat numbers = NumberFormat.getNumberInstance(locale());
    numbers.setMaximumFractionDigits(1);
    numbers.setRoundingMode(RoundingMode.DOWN);
    return numbers.format(share) + "\u00a0%";
  }

  private String shortName(YearMonth month) {
    return month.getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale());
  }

  private String name(YearMonth month) {
    return DateTimeFormatter.ofPattern("LLLL uuuu", locale()).format(month);
  }

  private Locale locale() {
    return language.getLocale();
  }

  private Texts texts() {
    return Texts.in(locale());
  }

  /** A month of the table. */
  public record Row(String month, String files, String passages, String accepted, String share) {}

  /**
   * A month with passages.
   *
   * @param label their share in words, never rounded up to a whole that it isn't
   */
  record Point(String month, String label) {}
}
