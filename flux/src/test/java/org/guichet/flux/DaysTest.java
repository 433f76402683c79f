package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DaysTest {
  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2000-02-29", "2099-12-31", "2026-04-30"})
  void readsDaysOfTwoCenturies(String day) {
    assertThat(Days.day(day)).isEqualTo(LocalDate.parse(day));
    assertThat(Days.day("\n " + day + " ")).isEqualTo(LocalDate.parse(day));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "1899-12-31", "2100-01-01", "1900-02-29", "2026-04-31", "2026-00-10", "2026-13-10",
        "2026-01-00", "2026-01-32", "2026-1-10", "2026/01/10", "20260110", "2026-01-10Z",
        "+026-01-10", "2026-01-1٣", "-026-01-10", "2026-01--1"
      })
  void readsNothingElse(String text) {
    assertThat(Days.day(text)).isNull();
  }

  @Test
  void readsDaysInThreeParts() {
    assertThat(Days.day(2024, 2, 29)).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(Days.day(2025, 2, 29)).isNull();
    assertThat(Days.day(2025, 13, 1)).isNull();
    assertThat(Days.day(2100, 1, 1)).isNull();
    assertThat(Days.day(2025, null, 1)).isNull();
  }
}
