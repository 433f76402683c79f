package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.guichet.flux.Field;
import org.guichet.flux.FieldsOf;
import org.guichet.flux.PassageCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DateChecksTest {
  private static List<String> two(
      PassageCheck check, Field first, String one, Field second, String other) {
    return Judged.by(check, FieldsOf.none().with(first, one).with(second, other));
  }

  private static FieldsOf from(String validFrom) {
    return FieldsOf.none().with(Field.VALID_FROM, validFrom);
  }

  private static FieldsOf born(String validFrom, String year, String month, String day) {
    FieldsOf passage = from(validFrom).with(Field.BIRTH_YEAR, year);
    part(passage, Field.BIRTH_MONTH, month);
    part(passage, Field.BIRTH_DAY, day);
    return passage;
  }

  private static void part(FieldsOf passage, Field field, String value) {
    if (value.equals("nil")) {
      passage.without(field);
    } else {
      passage.with(field, value);
    }
  }

  @Test
  void aValidityMayEndOnTheDayItStartsButNotBefore() {
    PassageCheck check = new ValidityOrderCheck();
    assertThat(two(check, Field.VALID_FROM, "2026-01-15", Field.VALID_TO, "2026-01-15")).isEmpty();
    assertThat(two(check, Field.VALID_FROM, "2026-01-15", Field.VALID_TO, " 2026-01-14 "))
        .containsExactly("VALIDITY_ORDER at VALID_TO [2026-01-15, 2026-01-14]");
    assertThat(two(check, Field.VALID_FROM, "2026-02-29", Field.VALID_TO, "2026-01-14")).isEmpty();
    assertThat(Judged.by(check, from("2026-01-15").without(Field.VALID_TO))).isEmpty();
  }

  @Test
  void aValidityMayStartTomorrowButNotTheDayAfter() {
    PassageCheck check = new ValidFromFutureCheck();
    assertThat(Judged.by(check, from("2026-02-01"))).isEmpty();
    assertThat(Judged.by(check, from("2026-02-02"))).isEmpty();
    assertThat(Judged.by(check, from("2026-02-03")))
        .containsExactly("VALID_FROM_FUTURE at VALID_FROM [2026-02-03, 2026-02-01]");
    assertThat(Judged.by(check, FieldsOf.none())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-15, 2026-04-15",
    "2025-11-30, 2026-02-28", // there is no 30 February
    "2023-11-30, 2024-02-29",
    "2026-01-31, 2026-04-30"
  })
  void threeMonthsGoToTheSameDayOrTheLastOfItsMonth(String from, LocalDate last) {
    PassageCheck check = new DeadlineCheck();
    assertThat(Judged.by(check, last, from(from))).isEmpty();
    assertThat(Judged.by(check, last.plusDays(1), from(from)))
        .containsExactly(
            "LATE at VALID_FROM [" + from + ", " + last + ", " + last.plusDays(1) + "]");
  }

  @Test
  void anExamMayEndOnTheDayItStartsButNotBefore() {
    PassageCheck check = new ExamOrderCheck();
    assertThat(two(check, Field.EXAM_FROM, "2026-01-10", Field.EXAM_TO, "2026-01-10")).isEmpty();
    assertThat(two(check, Field.EXAM_FROM, "2026-01-10", Field.EXAM_TO, "2026-01-09"))
        .containsExactly("EXAM_ORDER at EXAM_TO [2026-01-10, 2026-01-09]");
    assertThat(Judged.by(check, FieldsOf.none().with(Field.EXAM_TO, "2026-01-09"))).isEmpty();
  }

  @Test
  void peopleMayEnrolOnTheDayOfTheCertificationButNotAfter() {
    PassageCheck check = new EnrolmentCheck();
    assertThat(two(check, Field.ENROLLED_ON, "2026-01-15", Field.VALID_FROM, "2026-01-15"))
        .isEmpty();
    assertThat(two(check, Field.ENROLLED_ON, "2026-01-16", Field.VALID_FROM, "2026-01-15"))
        .containsExactly("ENROLLED_AFTER at ENROLLED_ON [2026-01-16, 2026-01-15]");
    assertThat(Judged.by(check, from("2026-01-15"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2000, 02, 29",
    "2024, 2, 29",
    "1999, 04, 30",
    "1999, nil, 31",
    "1999, 02, nil",
    "1999, 13, 31",
    "1899, 02, 30",
    "1999, +02, 28"
  })
  void takesDaysOfTheCalendarAndLeavesOtherFormsToTheSchema(String year, String month, String day) {
    assertThat(Judged.by(new BirthdayCheck(), born("2026-01-15", year, month, day))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1999, 02, 29", "1900, 2, 29", "2000, 02, 30", "1999, 4, 31"})
  void refusesDaysThatTheMonthHasNot(String year, int month, int day) {
    FieldsOf passage = born("2026-01-15", year, String.valueOf(month), String.valueOf(day));
    assertThat(Judged.by(new BirthdayCheck(), passage))
        .containsExactly(
            "NO_SUCH_BIRTHDAY at BIRTH_DAY [" + year + ", " + month + ", " + day + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "2016, 01, 15", // ten years on the day
    "1915, 01, 16", // the last day of being 110
    "2016, nil, nil", // may be ten
    "2016, 01, nil",
    "1915, nil, nil", // may be 110
    "1985, 02, 31"
  })
  void takesAgesOfTenToAHundredAndTen(String year, String month, String day) {
    assertThat(Judged.by(new AgeCheck(), born("2026-01-15", year, month, day))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2016, 01, 16, 9, 2016-01-16",
    "2026, 01, 15, 0, 2026-01-15", // born on that day isn't born after it
    "2016, 02, nil, 9, 2016-02",
    "1915, 01, 15, 111, 1915-01-15",
    "1914, nil, nil, 111, 1914"
  })
  void warnsOfAgesBelowOrAbove(String year, String month, String day, String age, String birth) {
    assertThat(Judged.by(new AgeCheck(), born("2026-01-15", year, month, day)))
        .containsExactly("IMPLAUSIBLE_AGE at BIRTH_YEAR [" + age + ", " + birth + ", 2026-01-15]");
  }

  @Test
  void whoIsBornOnA29thOfFebruaryIsTenOnTheFirstOfMarch() {
    assertThat(Judged.by(new AgeCheck(), born("2026-03-01", "2016", "02", "29"))).isEmpty();
    assertThat(Judged.by(new AgeCheck(), born("2026-02-28", "2016", "02", "29")))
        .containsExactly("IMPLAUSIBLE_AGE at BIRTH_YEAR [9, 2016-02-29, 2026-02-28]");
  }

  @ParameterizedTest
  @CsvSource({
    "2026, 01, 16, 2026-01-16",
    "2026, 02, nil, 2026-02",
    "2027, nil, nil, 2027",
    "2027, nil, 3, 2027"
  })
  void refusesBirthsAfterTheCertification(String year, String month, String day, String birth) {
    assertThat(Judged.by(new AgeCheck(), born("2026-01-15", year, month, day)))
        .containsExactly("BORN_AFTER at BIRTH_YEAR [" + birth + ", 2026-01-15]");
  }

  @Test
  void judgesNoAgeWithoutBothDates() {
    assertThat(Judged.by(new AgeCheck(), from("2026-01-15"))).isEmpty();
    assertThat(Judged.by(new AgeCheck(), FieldsOf.none().with(Field.BIRTH_YEAR, "2099"))).isEmpty();
    assertThat(Judged.by(new AgeCheck(), born("2026-01-15", "2100", "01", "01"))).isEmpty();
  }
}
