package org.guichet.flux;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as the schema writes them; null for what isn't one. */
public final class Days {
  private static final Pattern DAY = Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;
  private static final int TOO_LARGE = 100_000_000;

  private Days() {}

  /** A day in one piece; blanks around it don't matter. */
  public static @Nullable LocalDate day(@Nullable String text) {
    String day = text == null ? "" : text.strip();
    if (!DAY.matcher(day).matches()) {
      return null;
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      return null; // 31 February
    }
  }

  /** A day in three parts. */
  public static @Nullable LocalDate day(
      @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
    if (year == null || month == null || day == null || year < FIRST_YEAR || year > LAST_YEAR) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException e) {
      return null; // 31 February
    }
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
}
