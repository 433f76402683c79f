package org.guichet.insight.control;

import java.time.LocalDate;

/** Passages are to be declared within three months, counted from the start of their validity. */
final class LegalDeadline {
  static final int MONTHS = 3;

  private LegalDeadline() {}

  /** The first day from which validity may run, so that a declaration on {@code day} is in time. */
  static LocalDate earliestStart(LocalDate day) {
    LocalDate start = day.minusMonths(MONTHS);
    while (start.plusMonths(MONTHS).isBefore(day)) {
      start = start.plusDays(1); // months differ in length
    }
    return start;
  }
}
