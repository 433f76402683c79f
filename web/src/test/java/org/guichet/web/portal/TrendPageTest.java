package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.boundary.DepositDesk;
import org.guichet.deposit.entity.MonthlyQuality;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.junit.jupiter.api.Test;

class TrendPageTest {
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private static TrendPage page(MonthlyQuality... months) {
    TrendPage page = new TrendPage();
    page.visitor =
        SomePeople.visiting(
            SomePeople.claire(SomePeople.organisation(1, true)), new Requests.Asked());
    page.language = SomePeople.reading("fr");
    page.desk =
        new DepositDesk() {
          @Override
          public List<MonthlyQuality> trend(
              Caller caller, Optional<OrganisationId> organisation, int wanted) {
            return List.of(months);
          }
        };
    return page;
  }

  private static MonthlyQuality month(int back, long accepted, long rejected) {
    return new MonthlyQuality(NOVEMBER.minusMonths(back), 1, accepted, rejected);
  }

  private static TrendPage halfAYear() {
    return page(
        month(5, 0, 0),
        month(4, 50, 50),
        month(3, 0, 0),
        month(2, 3, 1),
        month(1, 999, 1),
        month(0, 9_999, 1));
  }

  @Test
  void leavesMonthsWithoutPassagesOutOfTheChartAndKeepsThemInTheTable() {
    TrendPage page = halfAYear();
    assertThat(page.points())
        .extracting(TrendPage.Point::month)
        .containsExactly("juil.", "sept.", "oct.", "nov.");
    assertThat(page.getRows())
        .extracting(TrendPage.Row::share)
        .containsExactly("–", "50\u00a0%", "–", "75\u00a0%", "99,9\u00a0%", "99,9\u00a0%");
  }

  @Test
  void neverRoundsUpToAWholeThatItIsNot() {
    assertThat(halfAYear().getNewest()).isEqualTo("99,9\u00a0%");
    assertThat(page(month(0, 5, 0)).getNewest()).isEqualTo("100\u00a0%");
  }

  @Test
  void drawsFromARoundNumberUnderEveryPointAndLeavesGapsWhereNothingWasDecided() {
    JsonObject chart = chart(halfAYear());
    JsonObject height = chart.getJsonObject("options").getJsonObject("scales").getJsonObject("y");
    assertThat(height.getInt("min")).isEqualTo(50);
    assertThat(height.getInt("max")).isEqualTo(100);
    assertThat(height.getJsonObject("ticks").getInt("stepSize")).isEqualTo(10);
    JsonObject data = chart.getJsonObject("data");
    assertThat(data.getJsonArray("labels").getString(1)).isEqualTo("juil.");
    JsonObject line = data.getJsonArray("datasets").getJsonObject(0);
    assertThat(line.getJsonArray("said").getString(5)).isEqualTo("99,9\u00a0%");
    JsonArray shares = line.getJsonArray("data");
    assertThat(shares.isNull(0)).isTrue();
    assertThat(shares.getJsonNumber(1).doubleValue()).isEqualTo(50);
    JsonObject high = chart(page(month(1, 99, 1), month(0, 1, 0)));
    assertThat(
            high.getJsonObject("options").getJsonObject("scales").getJsonObject("y").getInt("min"))
        .isEqualTo(90);
  }

  @Test
  void movesNothingWhileItIsDrawn() {
    assertThat(chart(halfAYear()).getJsonObject("options").getBoolean("animation")).isFalse();
  }

  private static JsonObject chart(TrendPage page) {
    try (JsonReader reader = Json.createReader(new StringReader(page.getChart()))) {
      return reader.readObject();
    }
  }

  @Test
  void isNotThereWhenNothingWasDecided() {
    assertThat(page(month(1, 0, 0), month(0, 0, 0)).isThere()).isFalse();
    assertThat(halfAYear().isThere()).isTrue();
  }
}
