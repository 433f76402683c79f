package org.guichet.flux.check;

import java.time.LocalDate;
import java.time.YearMonth;
import org.guichet.flux.Days;
import org.guichet.flux.Field;
import org.guichet.flux.Fields;
import org.jspecify.annotations.Nullable;

/**
 * When somebody was born, as far as a file says; 0 stands for what it doesn't say, or not in the
 * form that the schema wants.
 */
record Birth(int year, int month, int day) {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;

  static Birth of(Fields passage) {
    return new Birth(
        within(passage.get(Field.BIRTH_YEAR), FIRST_YEAR, LAST_YEAR),
        within(passage.get(Field.BIRTH_MONTH), 1, 12),
        within(passage.get(Field.BIRTH_DAY), 1, 31));
  }

  private static int within(@Nullable String text, int min, int max) {
    Integer number = text == null ? null : Days.number(text);
    return number == null || number < min || number > max ? 0 : number;
  }

  boolean known() {
    return year > 0;
  }

  /** All three are said, and the month has no such day. */
  boolean noSuchDay() {
    return year > 0 && month > 0 && day > YearMonth.of(year, month).lengthOfMonth();
  }

  /** The first day that it may have been. The year is known. */
  LocalDate earliest() {
    return LocalDate.of(
        year, month == 0 ? 1 : month, month == 0 || day == 0 || noSuchDay() ? 1 : day);
  }

  /** The last day that it may have been. The year is known. */
  LocalDate latest() {
    YearMonth last = YearMonth.of(year, month == 0 ? 12 : month);
    return month == 0 || day == 0 || noSuchDay() ? last.atEndOfMonth() : last.atDay(day);
  }

  /** As a day is written, without the parts that aren't known. */
  @Override
  public String toString() {
    if (month == 0) {
      return String.valueOf(year);
    }
    return day == 0
        ? YearMonth.of(year, month).toString()
        : "%04d-%02d-%02d".formatted(year, month, day);
  }
}
