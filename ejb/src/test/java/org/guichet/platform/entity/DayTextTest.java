package org.guichet.platform.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DayTextTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
  private static final ZonedDateTime TIME = DAY.atTime(14, 5).atZone(ZoneId.of("Europe/Paris"));

  @Test
  void putsTheDayFirstInBothLanguages() {
    assertThat(DayText.day(DAY, Locale.FRENCH)).isEqualTo("23 novembre 2026");
    assertThat(DayText.day(DAY, Locale.ENGLISH)).isEqualTo("23 November 2026");
    assertThat(DayText.moment(TIME, Locale.FRENCH)).isEqualTo("23 novembre 2026 à 14 h 05");
    assertThat(DayText.moment(TIME, Locale.ENGLISH)).isEqualTo("23 November 2026 at 14:05");
  }

  @Test
  void keepsToTheLanguageWhateverTheRegion() {
    assertThat(DayText.day(DAY, Locale.US)).isEqualTo("23 November 2026");
    assertThat(DayText.day(DAY, Locale.CANADA_FRENCH)).isEqualTo("23 novembre 2026");
    assertThat(DayText.day(DAY, Locale.GERMAN)).isEqualTo("23 novembre 2026");
  }
}
