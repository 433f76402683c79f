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
import java.util.stream.Collectors;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.entity.MonthlyQuality;
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
  private static final double TOP = 20;
  private static final double BOTTOM = 176;
  private static final double WHOLE = 100;
  private static final int STEPS = 3;

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

  /** Months with passages, from left to right. */
  public List<Point> getPoints() {
    return points();
  }

  /** The points as a line. */
  public String getLine() {
    return points().stream().map(p -> p.x() + "," + p.y()).collect(Collectors.joining(" "));
  }

  /** Lines to read the height by, from below. */
  public List<Level> getLevels() {
    List<Level> levels = new ArrayList<>();
    double least = least();
    for (int i = 0; i <= STEPS; i++) {
      double share = least + (WHOLE - least) * i / STEPS;
      levels.add(new Level(number(height(share)), percent(share)));
    }
    return levels;
  }

  private List<Point> points() {
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < months().size(); i++) {
      MonthlyQuality month = months().get(i);
      if (passages(month) > 0) {
        double share = share(month);
        points.add(
            new Point(
                number(WHOLE * i / (MONTHS - 1)),
                number(height(share)),
                month.month().getMonth().getDisplayName(TextStyle.SHORT_STANDALONE, locale()),
                percent(share)));
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
    return Math.max(0, Math.min(94, Math.floor(lowest / 10) * 10));
  }

  private double height(double share) {
    return BOTTOM - (share - least()) / (WHOLE - least()) * (BOTTOM - TOP);
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

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
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
   * A month of the chart.
   *
   * @param x in hundredths of its width
   * @param y in pixels from above
   */
  public record Point(String x, String y, String month, String label) {}

  /**
   * A line to read the height by.
   *
   * @param y in pixels from above
   */
  public record Level(String y, String label) {}
}
