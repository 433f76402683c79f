package org.guichet.roster.control.planning;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guichet.flux.register.NameFolding;
import org.guichet.roster.entity.RosterCode;
import org.jspecify.annotations.Nullable;

/**
 * A day as people and programs write it, day before month: {@code 1/9/2015}, {@code 01-09-15},
 * {@code 01092015}, {@code 2015-09-01}, {@code 1er septembre 2015}, {@code 42248} (a
 * spreadsheet's).
 *
 * @param date null when it isn't one
 * @param problem null when it is one
 */
record DateText(@Nullable LocalDate date, @Nullable RosterCode problem) {
  private static final Pattern DAY_FIRST =
      Pattern.compile("(\\d{1,2})[/. -](\\d{1,2})[/. -](\\d{4}|\\d{2})(?:[ T]\\d.*)?");
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[/.-](\\d{1,2})[/.-](\\d{1,2})(?:[ T]\\d.*)?");
  private static final Pattern BARE = Pattern.compile("\\d{8}");
  private static final Pattern IN_WORDS =
      Pattern.compile("(\\d{1,2})(?:ER)? ?(\\p{L}+) ?(\\d{4}|\\d{2})");
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.0+)?");
  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
  private static final int LEAST_SERIAL = 7_000; // in 1919
  private static final int MOST_SERIAL = 60_000; // in 2064
  private static final int LEAST_YEAR = 1900;
  private static final int MOST_YEAR = 2100;
  private static final String[] MONTHS = {
    "JANV", "FEV", "MARS", "AVR", "MAI", "JUIN", "JUIL", "AOU", "SEPT", "OCT", "NOV", "DEC"
  };

  static DateText of(String text, LocalDate today) {
    Matcher matcher = DAY_FIRST.matcher(text);
    if (matcher.matches()) {
      int year = year(matcher.group(3), today);
      return day(year, number(matcher.group(2)), number(matcher.group(1)));
    }
    matcher = YEAR_FIRST.matcher(text);
    if (matcher.matches()) {
      return day(number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    }
    if (BARE.matcher(text).matches()) {
      return bare(text);
    }
    matcher = SERIAL.matcher(text);
    if (matcher.matches()) {
      int serial = number(matcher.group(1));
      return serial >= LEAST_SERIAL && serial <= MOST_SERIAL
          ? new DateText(SERIAL_ZERO.plusDays(serial), null)
          : new DateText(null, RosterCode.NOT_A_DATE);
    }
    return inWords(text, today);
  }

  private static DateText bare(String text) {
    DateText dayFirst =
        day(number(text.substring(4)), number(text.substring(2, 4)), number(text.substring(0, 2)));
    return dayFirst.date != null
        ? dayFirst
        : day(
            number(text.substring(0, 4)), number(text.substring(4, 6)), number(text.substring(6)));
  }

  private static DateText inWords(String text, LocalDate today) {
    String words = NameFolding.words(text.toUpperCase(Locale.ROOT));
    Matcher matcher = IN_WORDS.matcher(words == null ? "" : words);
    if (matcher.matches()) {
      for (int month = 0; month < MONTHS.length; month++) {
        if (matcher.group(2).startsWith(MONTHS[month])) {
          return day(year(matcher.group(3), today), month + 1, number(matcher.group(1)));
        }
      }
    }
    return new DateText(null, RosterCode.NOT_A_DATE);
  }

  private static DateText day(int year, int month, int day) {
    if (year < LEAST_YEAR || year > MOST_YEAR) {
      return new DateText(null, RosterCode.NOT_A_DATE);
    }
    try {
      return new DateText(LocalDate.of(year, month, day), null);
    } catch (DateTimeException e) {
      return new DateText(null, RosterCode.NOT_A_DAY);
    }
  }

  /** Two digits are of a year that isn't to come. */
  private static int year(String digits, LocalDate today) {
    int year = number(digits);
    if (digits.length() > 2) {
      return year;
    }
    return 2000 + year <= today.getYear() ? 2000 + year : 1900 + year;
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
