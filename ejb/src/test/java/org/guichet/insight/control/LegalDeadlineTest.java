package org.guichet.insight.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LegalDeadlineTest {
  @Test
  void partsWhatIsInTimeFromWhatIsLateWhateverTheMonthsAreLongAs() {
    for (LocalDate day = LocalDate.of(2023, 12, 1);
        day.isBefore(LocalDate.of(2026, 1, 1));
        day = day.plusDays(1)) {
      LocalDate start = LegalDeadline.earliestStart(day);
      assertThat(start.plusMonths(3)).isAfterOrEqualTo(day);
      assertThat(start.minusDays(1).plusMonths(3)).isBefore(day);
    }
  }
}
