package org.guichet.roster.control.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.guichet.roster.entity.RosterCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateTextTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);

  @ParameterizedTest
  @CsvSource({
    "01/09/2015,2015-09-01",
    "1/9/2015,2015-09-01",
    "01-09-15,2015-09-01",
    "1.9.15,2015-09-01",
    "01 09 2015,2015-09-01",
    "2015-09-01,2015-09-01",
    "2015/9/1,2015-09-01",
    "2015-09-01T00:00:00,2015-09-01",
    "01/09/2015 00:00,2015-09-01",
    "01092015,2015-09-01",
    "20150901,2015-09-01",
    "42248,2015-09-01",
    "42248.0,2015-09-01",
    "1er septembre 2015,2015-09-01",
    "3 févr. 2015,2015-02-03",
    "12 AOÛT 1975,1975-08-12",
    "01/09/75,1975-09-01"
  })
  void readsDaysAsPeopleAndProgramsWriteThem(String text, LocalDate day) {
    assertThat(DateText.of(text, TODAY).date()).isEqualTo(day);
  }

  @ParameterizedTest
  @ValueSource(strings = {"31/02/2015", "29/02/2015", "09/25/2015", "32/01/2015", "2015-13-01"})
  void saysThatTheCalendarHasNoSuchDay(String text) {
    assertThat(DateText.of(text, TODAY).problem()).isEqualTo(RosterCode.NOT_A_DAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"hier", "2015", "1/2", "99999", "1 brumaire 1990", "01/01/0001"})
  void saysWhatIsNoDateAtAll(String text) {
    assertThat(DateText.of(text, TODAY).problem()).isEqualTo(RosterCode.NOT_A_DATE);
  }
}
