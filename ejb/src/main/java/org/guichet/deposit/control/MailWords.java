package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people are told them, in the deployment's zone. */
@Dependent
public class MailWords {
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'à' H 'h' mm", Locale.FRENCH);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm", Locale.ENGLISH);

  @Inject ZoneId zone;

  /** {@code 21 novembre 2026 à 14 h 05}. */
  public String instant(Instant instant, Locale language) {
    DateTimeFormatter format = language.getLanguage().equals("en") ? ENGLISH : FRENCH;
    return format.format(instant.atZone(zone));
  }

  public LocalDate day(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  public OffsetDateTime offset(Instant instant) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
