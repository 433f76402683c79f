package org.guichet.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.guichet.platform.entity.DayText;
import org.guichet.platform.entity.Settings;

/** Times as people read them, in the deployment's zone and the page's language. */
@Named("dates")
@RequestScoped
public class Moments {
  @Inject Settings settings;
  @Inject PageLanguage language;

  /** {@code 21 novembre 2026 à 14 h 05}, {@code 21 November 2026 at 14:05}. */
  public String fully(Instant instant) {
    return format(instant, "d MMMM uuuu 'à' H'\u00a0h\u00a0'mm", "d MMMM uuuu 'at' HH:mm");
  }

  /** {@code 21 nov. 2026, 14 h 05}, {@code 21 Nov 2026, 14:05}. */
  public String shortly(Instant instant) {
    return format(instant, "d MMM uuuu, H'\u00a0h\u00a0'mm", "d MMM uuuu, HH:mm");
  }

  /** To the second, for steps that follow one another: {@code 21 nov. 2026, 14 h 05 min 07 s}. */
  public String exactly(Instant instant) {
    return format(
        instant,
        "d MMM uuuu, H'\u00a0h\u00a0'mm'\u00a0min\u00a0'ss'\u00a0s'",
        "d MMM uuuu, HH:mm:ss");
  }

  /** The day alone: {@code 21 novembre 2026}. */
  public String day(Instant instant) {
    return day(LocalDate.ofInstant(instant, settings.zone()));
  }

  /** {@code 21 novembre 2026}. */
  public String day(LocalDate day) {
    return DayText.day(day, locale());
  }

  private String format(Instant instant, String french, String english) {
    ZonedDateTime time = instant.atZone(settings.zone());
    String pattern = locale().equals(Locale.FRENCH) ? french : english;
    return DateTimeFormatter.ofPattern(pattern, locale()).format(time);
  }

  private Locale locale() {
    return language.getLocale();
  }
}
