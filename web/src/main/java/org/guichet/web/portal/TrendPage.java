package org.guichet.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
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

  /**
   * The line as the chart's library takes it; colours and letters are put in by {@code
   * js/chart.js}.
   */
  public String getChart() {
    JsonArrayBuilder names = Json.createArrayBuilder();
    JsonArrayBuilder shares = Json.createArrayBuilder();
    JsonArrayBuilder labels = Json.createArrayBuilder();
    for (MonthlyQuality month : months()) {
      names.add(shortName(month.month()));
      if (passages(month) > 0) {
        shares.add(share(month));
        labels.add(percent(share(month)));
      } else {
        shares.addNull();
        labels.addNull();
      }
    }
    JsonObjectBuilder line =
        Json.createObjectBuilder()
            .add("data", shares)
            .add("spanGaps", true)
            .add("borderWidth", 2)
            .add("pointRadius", 4)
            .add("pointHoverRadius", 6)
            .add("pointBorderWidth", 2);
    return Json.createObjectBuilder()
        .add("type", "line")
        .add(
            "data",
            Json.createObjectBuilder()
                .add("labels", names)
                .add("labelled", labels)
                .add("datasets", Json.createArrayBuilder().add(line)))
        .add("options", options())
        .build()
        .toString()
        // It stands in a script, which nothing in it may end.
        .replace("<", "\\u003c");
  }

  private JsonObjectBuilder options() {
    JsonObjectBuilder height =
        Json.createObjectBuilder()
            .add("min", least())
            .add("max", WHOLE)
            .add("ticks", Json.createObjectBuilder().add("stepSize", step()))
            .add("grid", Json.createObjectBuilder());
    JsonObjectBuilder width =
        Json.createObjectBuilder()
            .add("ticks", Json.createObjectBuilder())
            .add("grid", Json.createObjectBuilder().add("display", false));
    JsonObjectBuilder hidden = Json.createObjectBuilder().add("display", false);
    return Json.createObjectBuilder()
        .add("animation", false)
        .add("responsive", true)
        .add("maintainAspectRatio", false)
        .add(
            "plugins",
            Json.createObjectBuilder()
                .add("legend", hidden)
                .add("tooltip", Json.createObjectBuilder().add("displayColors", false)))
        .add("scales", Json.createObjectBuilder().add("x", width).add("y", height));
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
