package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.guichet.platform.entity.DayText;

/** Times as people are told them, in the deployment's zone. */
@Dependent
public class MailWords {
  @Inject ZoneId zone;

  /** {@code 21 novembre 2026 à 14 h 05}. */
  public String instant(Instant instant, Locale language) {
    return DayText.moment(instant.atZone(zone), language);
  }

  public LocalDate day(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  public OffsetDateTime offset(Instant instant) {
    return instant.atZone(zone).toOffsetDateTime();
  }
}
