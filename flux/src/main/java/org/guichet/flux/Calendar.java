package org.guichet.flux;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days as the schema writes them; null for what isn't one. */
final class Calendar {
  private static final Pattern DAY = Pattern.compile("(19|20)[0-9]{2}-[0-9]{2}-[0-9]{2}");
  private static final Pattern NUMBER = Pattern.compile("\\+?0*[0-9]{1,4}");
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2099;

  private Calendar() {}

  static @Nullable LocalDate day(@Nullable String text) {
    String day = withoutBlanks(text);
    if (!DAY.matcher(day).matches()) {
      return null;
    }
    try {
      return LocalDate.parse(day);
    } catch (DateTimeException e) {
      return null; // 31 February
    }
  }

  static @Nullable LocalDate day(
      @Nullable String year, @Nullable String month, @Nullable String day) {
    int y = number(year);
    if (y < FIRST_YEAR || y > LAST_YEAR) {
      return null;
    }
    try {
      return LocalDate.of(y, number(month), number(day));
    } catch (DateTimeException e) {
      return null; // a part is missing, or 31 February
    }
  }

  private static int number(@Nullable String text) {
    String number = withoutBlanks(text);
    return NUMBER.matcher(number).matches() ? Integer.parseInt(number) : 0;
  }

  /** Takes off what XML calls blanks and the schema allows around numbers and dates. */
  private static String withoutBlanks(@Nullable String text) {
    return text == null ? "" : text.trim();
  }
}
