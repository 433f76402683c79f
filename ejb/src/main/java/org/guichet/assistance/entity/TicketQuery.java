package org.guichet.assistance.entity;

import java.util.Optional;
import org.guichet.platform.entity.OrganisationId;

/**
 * Which requests are wanted, and in which order; whatever the order, equals are by number.
 *
 * @param text a number, or what asker, address, organisation or matricule holds; empty: all
 * @param organisation only those that this one's administrators answer
 */
public record TicketQuery(
    Optional<TicketStatus> status,
    Optional<TicketKind> kind,
    String text,
    Optional<OrganisationId> organisation,
    Order order,
    boolean descending) {

  /** By what a list is in order. */
  public enum Order {
    NUMBER,
    CHANGED
  }

  public TicketQuery in(OrganisationId place) {
    return new TicketQuery(status, kind, text, Optional.of(place), order, descending);
  }
}
