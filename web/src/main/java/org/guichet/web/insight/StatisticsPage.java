package org.guichet.web.insight;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.guichet.flux.FindingTexts;
import org.guichet.insight.boundary.Statistics;
import org.guichet.insight.entity.CauseFigures;
import org.guichet.insight.entity.Figures;
import org.guichet.insight.entity.PartFigures;
import org.guichet.insight.entity.PieceFigures;
import org.guichet.insight.entity.Split;
import org.guichet.insight.entity.StatisticsView;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Settings;
import org.guichet.web.ChartModel;
import org.guichet.web.Moments;
import org.guichet.web.PageLanguage;
import org.guichet.web.Texts;
import org.guichet.web.portal.WorkedFor;
import org.jspecify.annotations.Nullable;

/**
 * Backs {@code /portal/statistics}: what was dropped in a period and what became of it, of the
 * organisation that the visitor works for, or of everybody for those who may see all. Its address
 * says what is shown.
 */
@Named
@RequestScoped
public class StatisticsPage {
  private static final int CAUSES = 10;
  private static final int PARTS = 10;
  private static final int FEW = 3;
  private static final int SOME = 6;
  private static final int LONGEST_NAME = 40;

  @Inject HttpServletRequest request;
  @Inject WorkedFor worked;
  @Inject PageLanguage language;
  @Inject Moments dates;
  @Inject Statistics statistics;
  @Inject Settings settings;
  @Inject Clock clock;

  private @Nullable StatisticsAsked asked;
  private @Nullable StatisticsView view;
  private @Nullable List<PartFigures> parts;

  private StatisticsAsked asked() {
    if (asked == null) {
      LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
      asked = StatisticsAsked.asked(request, today);
    }
    return asked;
  }

  private StatisticsView view() {
    if (view == null) {
      view = statistics.view(worked.caller(), asked().query(reader(worked)));
    }
    return view;
  }

  private List<PartFigures> parts() {
    if (parts == null) {
      parts = statistics.parts(worked.caller(), asked().query(reader(worked)), asked().split());
    }
    return parts;
  }

  /** Whose deposits are counted: those of one organisation, or all. */
  static Optional<OrganisationId> reader(WorkedFor worked) {
    return worked.isOther() ? Optional.of(worked.id()) : worked.caller().organisation();
  }

  /** The page's name; whether the visitor may see it is judged with it. */
  public String getTitle() {
    view();
    return texts().text("statistics.title");
  }

  /** Whether everybody's deposits are counted. */
  public boolean isAll() {
    return reader(worked).isEmpty();
  }

  /** {@code Du 23 octobre 2026 au 21 novembre 2026}. */
  public String getPeriod() {
    return texts().text("statistics.period", day(asked().from()), day(asked().until()));
  }

  private String day(LocalDate day) {
    return dates.day(day);
  }

  public String getFrom() {
    return asked().from().toString();
  }

  public String getUntil() {
    return asked().until().toString();
  }

  public String getSplit() {
    return asked().split().name();
  }

  /** Asks for what is shown now; ends so that more can follow. */
  public String getQuery() {
    return asked().address();
  }

  public List<Choice> getPresets() {
    return Stream.of(StatisticsAsked.Preset.values())
        .map(
            preset ->
                new Choice(
                    texts().text("statistics.preset." + preset),
                    asked().of(preset),
                    asked().preset().equals(Optional.of(preset))))
        .toList();
  }

  public List<Choice> getSplits() {
    return Stream.of(Split.values())
        .map(
            split ->
                new Choice(
                    texts().text("statistics.split." + split),
                    asked().by(split),
                    asked().split() == split))
        .toList();
  }

  /** Whether anything was decided in the period. */
  public boolean isThere() {
    return view().total().files() > 0;
  }

  public List<Tile> getTiles() {
    Figures total = view().total();
    FigureTexts said = said();
    String late =
        total.uncounted() > 0
            ? texts().text("statistics.late.unknown", total.uncounted())
            : texts().text("statistics.late.what");
    return List.of(
        tile("files", said.number(total.files()), "files.what", said.number(total.refused())),
        tile("passages", said.number(total.passages()), "passages.what"),
        tile(
            "share",
            said.rejectedShare(total),
            "share.what",
            said.number(total.rejected()),
            said.number(total.passages())),
        new Tile(texts().text("statistics.late"), said.number(total.late()), late));
  }

  private Tile tile(String name, String value, String what, Object... arguments) {
    return new Tile(
        texts().text("statistics." + name), value, texts().text("statistics." + what, arguments));
  }

  public List<Row> getTrend() {
    return view().trend().stream()
        .map(piece -> row(said().piece(view().grain(), piece.begin()), "", piece.figures()))
        .toList();
  }

  /** How long the pieces are, as the top of the table's first column says it. */
  public String getGrain() {
    return texts().text("statistics.grain." + view().grain());
  }

  public String getTrendChart() {
    return new ChartModel(
            view().trend().stream()
                .map(piece -> said().shortly(view().grain(), piece.begin()))
                .toList())
        .columns(
            List.of(
                kind("statistics.accepted", "ok", Figures::accepted),
                kind("statistics.rejected", "ko", Figures::rejected)));
  }

  private ChartModel.Figures kind(String label, String tone, ToLongFunction<Figures> what) {
    List<Long> numbers =
        view().trend().stream().map(PieceFigures::figures).map(what::applyAsLong).toList();
    return new ChartModel.Figures(
        texts().text(label),
        tone,
        numbers.stream().<@Nullable Double>map(Long::doubleValue).toList(),
        numbers.stream().map(said()::number).toList());
  }

  /** The trend in words. */
  public String getTrendText() {
    Figures total = view().total();
    return texts()
        .text(
            "statistics.trend.text",
            getPeriod(),
            said().number(total.accepted()),
            said().number(total.rejected()));
  }

  private List<CauseFigures> topCauses() {
    return view().causes().stream().limit(CAUSES).toList();
  }

  public List<Cause> getCauses() {
    return view().causes().stream()
        .map(
            cause ->
                new Cause(
                    cause.code().number(),
                    FindingTexts.title(cause.code(), language.getLocale()),
                    said().number(cause.passages()),
                    said().number(cause.files())))
        .toList();
  }

  /** Room for as many bars. */
  public String getCausesRoom() {
    return room(topCauses().size());
  }

  public String getPartsRoom() {
    return room(Math.min(PARTS, parts().size()));
  }

  private static String room(int bars) {
    return bars <= FEW ? "low" : bars <= SOME ? "" : "tall";
  }

  public String getCausesChart() {
    return new ChartModel(
            topCauses().stream()
                .map(cause -> cut(FindingTexts.title(cause.code(), language.getLocale())))
                .toList())
        .bars(
            new ChartModel.Figures(
                "",
                "ko",
                topCauses().stream().<@Nullable Double>map(one -> (double) one.passages()).toList(),
                topCauses().stream().map(one -> said().number(one.passages())).toList()));
  }

  public List<Row> getParts() {
    return parts().stream().map(part -> row(name(part), detail(part), part.figures())).toList();
  }

  public String getPartsChart() {
    List<PartFigures> largest = parts().stream().limit(PARTS).toList();
    return new ChartModel(largest.stream().map(part -> cut(name(part))).toList())
        .bars(
            new ChartModel.Figures(
                "",
                "accent",
                largest.stream()
                    .<@Nullable Double>map(part -> (double) part.figures().passages())
                    .toList(),
                largest.stream().map(part -> said().number(part.figures().passages())).toList()));
  }

  /** What the figures are parted by. */
  public String getPartHead() {
    return texts().text("statistics.part." + asked().split());
  }

  private String name(PartFigures part) {
    return PartNames.name(part, asked().split(), texts());
  }

  private static String detail(PartFigures part) {
    return part.name().isEmpty() ? "" : part.key();
  }

  private static String cut(String name) {
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME - 1) + "…" : name;
  }

  private Row row(String name, String detail, Figures figures) {
    FigureTexts said = said();
    return new Row(
        name,
        detail,
        said.number(figures.files()),
        said.number(figures.passages()),
        said.number(figures.accepted()),
        said.number(figures.rejected()),
        said.rejectedShare(figures),
        said.number(figures.late()));
  }

  private FigureTexts said() {
    return new FigureTexts(texts());
  }

  private Texts texts() {
    return Texts.in(language.getLocale());
  }

  /** Something to choose; the query that asks for it. */
  public record Choice(String text, String query, boolean chosen) {}

  /** A figure by itself. */
  public record Tile(String name, String value, String what) {}

  /**
   * Figures of a piece of the period, or of a part of the whole.
   *
   * @param detail empty for none
   */
  public record Row(
      String name,
      String detail,
      String files,
      String passages,
      String accepted,
      String rejected,
      String share,
      String late) {}

  /** What refuses passages. */
  public record Cause(String number, String title, String passages, String files) {}
}
