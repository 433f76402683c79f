package org.guichet.canary.deposit.boundary;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.guichet.canary.Breaks;

/** Tells its readers a day in another order than every page. */
@Breaks("days_are_written_in_one_way")
public class AmericanCounter {
  public String open(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(Locale.ENGLISH)
        .format(day);
  }
}
