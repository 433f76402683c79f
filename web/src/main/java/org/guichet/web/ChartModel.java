package org.guichet.web;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a chart of PrimeFaces shows, in the form of its library, Chart.js. Colours and letters are
 * put in by {@code js/chart.js}, which knows the page's.
 *
 * @param names of the places along its axis
 */
public record ChartModel(List<String> names) {
  private static final JsonProvider JSON = JsonProvider.provider();
  private static final int BAR = 20;

  public ChartModel {
    names = List.copyOf(names);
  }

  /**
   * Figures of one kind, one for each name.
   *
   * @param label what they are; empty where there is one kind only
   * @param tone a colour of the style sheet: {@code accent}, {@code ok-mark}
   * @param values null leaves a gap
   * @param said each in words, as a reader is told when pointing at it; empty at a gap
   */
  public record Figures(
      String label, String tone, List<@Nullable Double> values, List<String> said) {}

  /**
   * A line over heights from {@code least} to {@code most}, in steps of {@code step}.
   *
   * @param unit what follows a height's number
   */
  public String line(Figures figures, double least, double most, double step, String unit) {
    JsonObjectBuilder set =
        set(figures)
            .add("spanGaps", true)
            .add("borderWidth", 2)
            .add("pointRadius", 4)
            .add("pointHoverRadius", 6)
            .add("pointBorderWidth", 2);
    JsonObjectBuilder height =
        axis(true)
            .add("min", least)
            .add("max", most)
            .add("unit", unit)
            .add("ticks", JSON.createObjectBuilder().add("stepSize", step));
    return chart("line", List.of(set), scales(level(), height), false, "x");
  }

  /** Columns that stand on one another: whole numbers, from zero. */
  public String columns(List<Figures> kinds) {
    JsonObjectBuilder height = axis(true).add("stacked", true).add("beginAtZero", true);
    height.add("ticks", JSON.createObjectBuilder().add("precision", 0)).add("unit", "");
    return chart(
        "bar",
        kinds.stream().map(ChartModel::set).toList(),
        scales(level().add("stacked", true), height),
        kinds.size() > 1,
        "x");
  }

  /** Bars from left to right, one under another: whole numbers, from zero. */
  public String bars(Figures figures) {
    JsonObjectBuilder length = axis(true).add("beginAtZero", true);
    length.add("ticks", JSON.createObjectBuilder().add("precision", 0)).add("unit", "");
    return chart(
        "bar",
        List.of(set(figures).add("maxBarThickness", BAR)),
        scales(length, axis(false)),
        false,
        "y");
  }

  private static JsonObjectBuilder set(Figures figures) {
    JsonArrayBuilder values = JSON.createArrayBuilder();
    for (Double value : figures.values()) {
      if (value == null) {
        values.addNull();
      } else {
        values.add(value);
      }
    }
    JsonArrayBuilder said = JSON.createArrayBuilder();
    figures.said().forEach(said::add);
    return JSON.createObjectBuilder()
        .add("label", figures.label())
        .add("tone", figures.tone())
        .add("data", values)
        .add("said", said);
  }

  private static JsonObjectBuilder axis(boolean lines) {
    return JSON.createObjectBuilder()
        .add("ticks", JSON.createObjectBuilder())
        .add("grid", JSON.createObjectBuilder().add("display", lines));
  }

  /** Names stand upright; where there are too many, some are left out. */
  private static JsonObjectBuilder level() {
    return axis(false)
        .add("ticks", JSON.createObjectBuilder().add("maxRotation", 0).add("autoSkipPadding", BAR));
  }

  private static JsonObjectBuilder scales(JsonObjectBuilder x, JsonObjectBuilder y) {
    return JSON.createObjectBuilder().add("x", x).add("y", y);
  }

  private String chart(
      String type,
      List<JsonObjectBuilder> sets,
      JsonObjectBuilder scales,
      boolean legend,
      String along) {
    JsonArrayBuilder places = JSON.createArrayBuilder();
    names.forEach(places::add);
    JsonArrayBuilder all = JSON.createArrayBuilder();
    sets.forEach(all::add);
    JsonObjectBuilder options =
        JSON.createObjectBuilder()
            .add("animation", false)
            .add("responsive", true)
            .add("maintainAspectRatio", false)
            .add("indexAxis", along)
            .add(
                "plugins",
                JSON.createObjectBuilder()
                    .add("legend", JSON.createObjectBuilder().add("display", legend))
                    .add("tooltip", JSON.createObjectBuilder()))
            .add("scales", scales);
    return JSON.createObjectBuilder()
        .add("type", type)
        .add("data", JSON.createObjectBuilder().add("labels", places).add("datasets", all))
        .add("options", options)
        .build()
        .toString()
        // It stands in a script, which nothing in it may end.
        .replace("<", "\\u003c");
  }
}
