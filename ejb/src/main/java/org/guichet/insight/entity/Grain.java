package org.guichet.insight.entity;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/** Into what pieces a period is cut, by its length. */
public enum Grain {
  DAY,
  WEEK,
  MONTH;

  private static final long MOST_DAYS = 31;
  private static final long MOST_WEEK_DAYS = 183;

  /** Days up to a month, weeks up to half a year, then months. */
  public static Grain of(LocalDate from, LocalDate until) {
    long days = ChronoUnit.DAYS.between(from, until) + 1;
    return days <= MOST_DAYS ? DAY : days <= MOST_WEEK_DAYS ? WEEK : MONTH;
  }

  /** The first day of the piece that {@code day} lies in; weeks begin on Monday. */
  public LocalDate begin(LocalDate day) {
    return switch (this) {
      case DAY -> day;
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
    };
  }

  /** The first day of the piece after the one that begins so. */
  public LocalDate next(LocalDate begin) {
    return switch (this) {
      case DAY -> begin.plusDays(1);
      case WEEK -> begin.plusWeeks(1);
      case MONTH -> begin.plusMonths(1);
    };
  }
}
