package org.guichet.insight.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.guichet.insight.control.DeadlineTables;
import org.guichet.insight.control.DeadlineTables.Span;
import org.guichet.insight.entity.DeadlineCount;
import org.guichet.insight.entity.DeadlineQuery;
import org.guichet.insight.entity.DeadlineRow;
import org.guichet.insight.entity.DeadlineState;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Settings;

/**
 * Passages that were refused and aren't accepted yet, by the last day on which they can be declared
 * in time: three months after their validity began.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Deadlines {
  private static final int SOON = 15;

  @Inject DeadlineTables tables;
  @Inject Permissions permissions;
  @Inject Settings settings;
  @Inject Clock clock;

  /** The first deadline first. */
  public Page<DeadlineRow> list(Caller caller, DeadlineQuery query, PageRequest part) {
    Readers.permit(permissions, caller, query.reader());
    Span span = span();
    return new Page<>(tables.page(query, span, part), tables.count(query, span));
  }

  /**
   * How many there are.
   *
   * @param reader whose: what it dropped, and what was dropped for it; empty for all
   */
  public DeadlineCount count(Caller caller, Optional<OrganisationId> reader) {
    Readers.permit(permissions, caller, reader);
    Span span = span();
    return new DeadlineCount(
        tables.count(of(reader, DeadlineState.LATE), span),
        tables.count(of(reader, DeadlineState.SOON), span),
        tables.acceptedLate(reader, span.today().minusYears(1)));
  }

  private static DeadlineQuery of(Optional<OrganisationId> reader, DeadlineState state) {
    return new DeadlineQuery(reader, Optional.of(state), Optional.empty());
  }

  /** How many days before its end a deadline is called near. */
  public int soon(Caller caller, Optional<OrganisationId> reader) {
    Readers.permit(permissions, caller, reader);
    return soon(settings);
  }

  /** As far ahead as organisations are reminded; as usual where nobody is. */
  static int soon(Settings settings) {
    return settings.mail().deadlineDays() > 0 ? settings.mail().deadlineDays() : SOON;
  }

  private Span span() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
    return new Span(today, today.plusDays(soon(settings)));
  }
}
