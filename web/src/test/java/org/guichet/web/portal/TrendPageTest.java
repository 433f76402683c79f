package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(page.getPoints())
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
  void drawsFromARoundNumberUnderEveryPoint() {
    TrendPage page = halfAYear();
    assertThat(page.getLevels().get(0)).isEqualTo(new TrendPage.Level("176.0", "50\u00a0%"));
    assertThat(page.getLevels().get(3)).isEqualTo(new TrendPage.Level("20.0", "100\u00a0%"));
    assertThat(page.getPoints().get(0))
        .extracting(TrendPage.Point::x, TrendPage.Point::y)
        .containsExactly("20.0", "176.0");
    assertThat(page.getLine()).startsWith("20.0,176.0 60.0,98.0 ");
  }

  @Test
  void isNotThereWhenNothingWasDecided() {
    assertThat(page(month(1, 0, 0), month(0, 0, 0)).isThere()).isFalse();
    assertThat(halfAYear().isThere()).isTrue();
  }
}
