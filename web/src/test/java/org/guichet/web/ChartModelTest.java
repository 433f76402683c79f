package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.Arrays;
import java.util.List;
import org.guichet.web.ChartModel.Figures;
import org.junit.jupiter.api.Test;

class ChartModelTest {
  private static final ChartModel TWO = new ChartModel(List.of("lundi", "</script><b>"));
  private static final Figures GAP =
      new Figures("Acceptés", "ok", Arrays.asList(3.0, null), List.of("3", ""));

  private static JsonObject read(String chart) {
    try (JsonReader reader = Json.createReader(new StringReader(chart))) {
      return reader.readObject();
    }
  }

  private static JsonObject options(String chart) {
    return read(chart).getJsonObject("options");
  }

  @Test
  void leavesAGapWhereThereIsNoValue() {
    JsonObject set =
        read(TWO.line(GAP, 0, 100, 20, "%"))
            .getJsonObject("data")
            .getJsonArray("datasets")
            .getJsonObject(0);
    assertThat(set.getJsonArray("data").isNull(1)).isTrue();
    assertThat(set.getString("tone")).isEqualTo("ok");
  }

  @Test
  void nothingInItEndsTheScriptThatItStandsIn() {
    String chart = TWO.columns(List.of(GAP));
    assertThat(chart).doesNotContain("<");
    assertThat(read(chart).getJsonObject("data").getJsonArray("labels").getString(1))
        .isEqualTo("</script><b>");
  }

  @Test
  void movesNothingAndNamesKindsWhereThereAreSeveral() {
    for (String chart :
        List.of(TWO.line(GAP, 0, 1, 1, ""), TWO.columns(List.of(GAP)), TWO.bars(GAP))) {
      assertThat(options(chart).getBoolean("animation")).isFalse();
      assertThat(legend(chart)).isFalse();
    }
    assertThat(legend(TWO.columns(List.of(GAP, GAP)))).isTrue();
    assertThat(options(TWO.bars(GAP)).getString("indexAxis")).isEqualTo("y");
  }

  private static boolean legend(String chart) {
    return options(chart).getJsonObject("plugins").getJsonObject("legend").getBoolean("display");
  }
}
