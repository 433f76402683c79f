package org.guichet.insight.entity;

import java.time.LocalDate;
import java.util.Optional;
import org.guichet.platform.entity.OrganisationId;

/**
 * Of what statistics are wanted.
 *
 * @param reader what this organisation dropped, and what was dropped for it; empty for all
 * @param from the first day, on which files were received
 * @param until the last day
 */
public record StatisticsQuery(Optional<OrganisationId> reader, LocalDate from, LocalDate until) {
  public StatisticsQuery {
    if (until.isBefore(from)) {
      throw new IllegalArgumentException("A period ends after it begins: " + from + ", " + until);
    }
  }
}
