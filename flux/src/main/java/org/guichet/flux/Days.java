package org.guichet.flux;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Days as the schema writes them; null for what isn't one. */
public final class Days {
  /** The form of a day in the schema: what it says of years is said by the two below as well. */
  static final String PATTERN = "(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}";

  static final int FIRST_YEAR = 1900;
  static final int LAST_YEAR = 2099;

  private static final int LENGTH = "2026-02-28".length();
  private static final int TOO_LARGE = 100_000_000;

  private Days() {}

  /** A day in one piece; blanks around it don't matter. */
  public static @Nullable LocalDate day(@Nullable String text) {
    String day = text == null ? "" : text.strip();
    if (day.length() != LENGTH || day.charAt(4) != '-' || day.charAt(7) != '-') {
      return null;
    }
    int year = digits(day, 0, 4);
    int month = digits(day, 5, 7);
    int dayOfMonth = digits(day, 8, LENGTH);
    return year < FIRST_YEAR || year > LAST_YEAR || !exists(year, month, dayOfMonth)
        ? null
        : LocalDate.of(year, month, dayOfMonth);
  }

  /** A day in three parts. */
  public static @Nullable LocalDate day(
      @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
    if (year == null || month == null || day == null || year < FIRST_YEAR || year > LAST_YEAR) {
      return null;
    }
    return exists(year, month, day) ? LocalDate.of(year, month, day) : null;
  }

  /** A whole number that isn't negative, such as a part of a day; leading zeros don't matter. */
  public static @Nullable Integer number(@Nullable String text) {
    String number = text == null ? "" : text.strip();
    String digits = number.startsWith("+") ? number.substring(1) : number;
    int value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9 || value >= TOO_LARGE) {
        return null;
      }
      value = value * 10 + digit;
    }
    return digits.isEmpty() ? null : value;
  }

  /** Negative when one of the characters is no digit. */
  private static int digits(String text, int from, int to) {
    int value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static boolean exists(int year, int month, int day) {
    return month >= 1 && month <= 12 && day >= 1 && day <= inMonth(year, month);
  }

  /**
   * How many days a month has.
   *
   * @param month from 1 to 12
   */
  static int inMonth(int year, int month) {
    if (month == 2) {
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
    }
    return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
  }
}
