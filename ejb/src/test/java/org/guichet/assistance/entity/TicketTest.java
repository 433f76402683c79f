package org.guichet.assistance.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.guichet.assistance.AssistanceSamples.NOON;
import static org.guichet.assistance.AssistanceSamples.certifier;
import static org.guichet.assistance.AssistanceSamples.ticket;

import java.util.UUID;
import org.guichet.assistance.entity.Ticket.Ending;
import org.guichet.lifecycle.IllegalMoveException;
import org.guichet.platform.entity.OrganisationId;
import org.junit.jupiter.api.Test;

class TicketTest {
  private static final OrganisationId MADE = new OrganisationId(new UUID(1, 1));

  private static Ending ending(long n) {
    return new Ending(new UUID(9, n), "test", "Omar Roy", NOON);
  }

  @Test
  void everyStatusIsReachableAndTheEndsAreTheKnownOnes() {
    assertThat(TicketStatus.LIFECYCLE.unreachable()).isEmpty();
    assertThat(TicketStatus.LIFECYCLE.ends())
        .containsExactlyInAnyOrder(
            TicketStatus.ACCEPTED, TicketStatus.REFUSED, TicketStatus.CLOSED);
  }

  @Test
  void aDecisionIsTheLastOne() {
    Ticket ticket = ticket(1, certifier("Vauclair"));
    ticket.accept(MADE, ending(1));
    assertThat(ticket.given()).contains(MADE);
    assertThatThrownBy(() -> ticket.refuse(new UUID(0, 1), "non", ending(2)))
        .isInstanceOf(IllegalMoveException.class);
    assertThatThrownBy(() -> ticket.accept(MADE, ending(3)))
        .isInstanceOf(IllegalMoveException.class);
  }

  @Test
  void theThreadGoesToAndFroAndItsHistoryIsKept() {
    Ticket ticket = ticket(1, certifier("Vauclair"));
    ticket.ask(new UUID(0, 1), "un", new UUID(0, 2), "visitor", NOON);
    ticket.answer(new UUID(0, 3), "Omar Roy", "deux", new UUID(0, 4), "test", NOON);
    ticket.ask(new UUID(0, 5), "trois", new UUID(0, 6), "visitor", NOON);
    assertThat(ticket.history())
        .containsExactly(TicketStatus.OPEN, TicketStatus.ANSWERED, TicketStatus.OPEN);
    assertThat(ticket.thread())
        .extracting(TicketView.Message::text)
        .containsExactly("un", "deux", "trois");
  }

  @Test
  void nothingPersonalIsLeftOnceItIsErased() {
    Ticket ticket = ticket(1, certifier("Vauclair"));
    ticket.ask(new UUID(0, 1), "un", new UUID(0, 2), "visitor", NOON);
    ticket.close(ending(1));
    ticket.erase(NOON);
    assertThat(ticket.request().contact().email()).isEmpty();
    assertThat(ticket.request().organisation()).isEqualTo(TicketRequest.AskedOrganisation.NONE);
    assertThat(ticket.thread()).isEmpty();
    assertThat(ticket.erased()).isTrue();
  }
}
