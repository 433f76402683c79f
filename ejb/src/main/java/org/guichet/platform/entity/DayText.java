package org.guichet.platform.entity;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Days as people read them, on pages, in mails and on paper alike: in English for who reads
 * English, in French for everybody else. The JDK's own long form puts the month first in English,
 * and no region tells which order a reader expects.
 */
public final class DayText {
  private static final String DAY = "d MMMM uuuu";
  private static final DateTimeFormatter FRENCH = DateTimeFormatter.ofPattern(DAY, Locale.FRENCH);
  private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern(DAY, Locale.ENGLISH);
  private static final DateTimeFormatter FRENCH_MOMENT =
      DateTimeFormatter.ofPattern(DAY + " 'à' H 'h' mm", Locale.FRENCH);
  private static final DateTimeFormatter ENGLISH_MOMENT =
      DateTimeFormatter.ofPattern(DAY + " 'at' HH:mm", Locale.ENGLISH);

  private DayText() {}

  /** {@code 21 novembre 2026}, {@code 21 November 2026}. */
  public static String day(LocalDate day, Locale reader) {
    return (readsEnglish(reader) ? ENGLISH : FRENCH).format(day);
  }

  /** {@code 21 novembre 2026 à 14 h 05}, {@code 21 November 2026 at 14:05}; for mails. */
  public static String moment(ZonedDateTime time, Locale reader) {
    return (readsEnglish(reader) ? ENGLISH_MOMENT : FRENCH_MOMENT).format(time);
  }

  private static boolean readsEnglish(Locale reader) {
    return reader.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }
}
