package org.guichet.assistance.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.guichet.assistance.control.Tickets;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketStatus;
import org.guichet.assistance.entity.WaitingTicket;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;

/**
 * Which requests wait for an answer, told with every page. Nothing personal is shown, so that
 * looking needn't be audited.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class TicketWatch {
  @Inject Permissions permissions;
  @Inject Tickets tickets;

  /**
   * The last ones that came, or were written to again.
   *
   * @param organisation whose administrators answer; empty: those that operators answer, for
   *     whoever may see them
   */
  public List<WaitingTicket> waiting(
      Caller caller, Optional<OrganisationId> organisation, int most) {
    organisation.ifPresentOrElse(
        one -> permissions.require(caller, Permission.MEMBER_MANAGE, one),
        () -> permissions.requireEverywhere(caller, Permission.TICKET_VIEW));
    TicketQuery query =
        new TicketQuery(
            Optional.of(TicketStatus.OPEN),
            Optional.empty(),
            "",
            organisation,
            TicketQuery.Order.CHANGED,
            true);
    return tickets.search(query, new PageRequest(0, most)).stream()
        .map(row -> new WaitingTicket(row.number(), row.kind(), row.changedAt()))
        .toList();
  }
}
