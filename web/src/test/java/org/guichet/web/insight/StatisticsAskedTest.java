package org.guichet.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.guichet.insight.entity.Split;
import org.guichet.web.Requests;
import org.guichet.web.insight.StatisticsAsked.Preset;
import org.junit.jupiter.api.Test;

class StatisticsAskedTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private final Requests.Asked asked = new Requests.Asked();

  private StatisticsAsked statistics() {
    return StatisticsAsked.asked(asked.request(), TODAY);
  }

  @Test
  void showsThirtyDaysByDepositorUntilTheAddressSaysOtherwise() {
    assertThat(statistics())
        .isEqualTo(
            new StatisticsAsked(
                Optional.of(Preset.DAYS_30),
                LocalDate.of(2026, 10, 24),
                TODAY,
                Split.DEPOSITOR,
                ""));
    assertThat(statistics().address()).isEqualTo("period=DAYS_30&");
  }

  @Test
  void takesAPeriodByItsNameOrByItsDaysAndSaysItAgain() {
    asked
        .parameter("period", "MONTHS_12")
        .parameter("split", "CHANNEL")
        .parameter("of", "77ZZZ001");
    assertThat(statistics().from()).isEqualTo(LocalDate.of(2025, 12, 1));
    assertThat(statistics().address()).isEqualTo("period=MONTHS_12&split=CHANNEL&of=77ZZZ001&");
    assertThat(statistics().of(Preset.YEAR)).startsWith("period=YEAR&split=CHANNEL&");
    assertThat(statistics().by(Split.CONTRACT)).contains("split=CONTRACT&");
  }

  @Test
  void takesTheDaysThatAreNamed() {
    asked.parameter("from", "2026-01-01").parameter("until", "2026-02-01");
    assertThat(statistics().from()).isEqualTo(LocalDate.of(2026, 1, 1));
    assertThat(statistics().until()).isEqualTo(LocalDate.of(2026, 2, 1));
    assertThat(statistics().preset()).isEmpty();
    assertThat(statistics().address()).isEqualTo("from=2026-01-01&until=2026-02-01&");
  }

  @Test
  void makesSenseOfPeriodsThatAreTurnedEndlessOrHalfSaid() {
    asked.parameter("from", "2026-02-01").parameter("until", "2026-01-01");
    assertThat(statistics().from()).isEqualTo(LocalDate.of(2026, 1, 1));
    asked.parameter("from", "1902-01-01");
    assertThat(statistics().from()).isEqualTo(LocalDate.of(2016, 1, 1));
    for (String nonsense : List.of("nonsense", "0202-01-01")) {
      asked.parameter("from", nonsense);
      assertThat(statistics().from()).isEqualTo(LocalDate.of(2025, 12, 3));
    }
    asked.parameter("until", "").parameter("from", "").parameter("period", "NEVER");
    assertThat(statistics().preset()).contains(Preset.DAYS_30);
  }
}
