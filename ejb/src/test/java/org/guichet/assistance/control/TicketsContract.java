package org.guichet.assistance.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.assistance.AssistanceSamples.NOON;
import static org.guichet.assistance.AssistanceSamples.certifier;
import static org.guichet.assistance.AssistanceSamples.other;
import static org.guichet.assistance.AssistanceSamples.ticket;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.Ticket.Ending;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketLink;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketQuery.Order;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.assistance.entity.TicketStatus;
import org.guichet.assistance.entity.TicketView;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Sha256;
import org.guichet.testing.Units;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What callers may rely on, whichever implementation runs. */
interface TicketsContract {
  Sha256 HASH = Sha256.of(new byte[] {1});

  Tickets tickets();

  Units units();

  @BeforeEach
  default void threeRequests() {
    units()
        .run(
            () -> {
              tickets().add(ticket(1, certifier("Institut 100% Vauclair")));
              Ticket second = ticket(2, other("Ana Petit"));
              second.ask(new UUID(0, 1), "un\ndeux", new UUID(0, 2), "visitor", NOON);
              second.answer(
                  new UUID(0, 3),
                  "Omar Roy",
                  "trois",
                  new UUID(0, 4),
                  "test",
                  NOON.plus(Duration.ofHours(1)));
              tickets().add(second);
              Ticket third = ticket(3, other("Bob Grand"));
              third.close(new Ending(new UUID(0, 5), "test", "Omar Roy", NOON));
              tickets().add(third);
              tickets().add(new TicketLink(HASH, second.id(), NOON));
            });
  }

  private static TicketQuery query(String text) {
    return new TicketQuery(
        Optional.empty(), Optional.empty(), text, Optional.empty(), Order.NUMBER, false);
  }

  private List<Long> found(TicketQuery query) {
    return tickets().search(query, PageRequest.from(0)).stream().map(TicketRow::number).toList();
  }

  @Test
  default void numbersGrow() {
    units().run(() -> assertThat(tickets().nextNumber()).isLessThan(tickets().nextNumber()));
  }

  @Test
  default void keepsTheThreadInItsOrder() {
    units()
        .run(
            () -> {
              Ticket found = tickets().find(2).orElseThrow();
              assertThat(found.thread())
                  .extracting(TicketView.Message::text)
                  .containsExactly("un\ndeux", "trois");
              assertThat(found.history())
                  .containsExactlyInAnyOrder(TicketStatus.OPEN, TicketStatus.ANSWERED);
              assertThat(found.request().contact().email()).isEqualTo("ana.petit@example.org");
              assertThat(found.account()).isEmpty();
              assertThat(tickets().find(9)).isEmpty();
            });
  }

  @Test
  default void aLinkLeadsToItsRequestUntilItIsRemoved() {
    units().run(() -> assertThat(tickets().findByLink(HASH).map(Ticket::number)).contains(2L));
    units().run(() -> tickets().removeLinks(tickets().find(2).orElseThrow()));
    units().run(() -> assertThat(tickets().findByLink(HASH)).isEmpty());
  }

  @Test
  default void whatIsWrittenUnderTheLockIsThereInTheNextTransaction() {
    units()
        .run(
            () ->
                tickets().lock(1).orElseThrow().assign(new AccountId(new UUID(4, 4)), "Omar Roy"));
    units()
        .run(
            () -> {
              assertThat(tickets().find(1).orElseThrow().assigneeName()).isEqualTo("Omar Roy");
              assertThat(tickets().lock(9)).isEmpty();
            });
  }

  @Test
  default void searchesNumbersNamesAndAddresses() {
    units()
        .run(
            () -> {
              assertThat(found(query(""))).containsExactly(1L, 2L, 3L);
              assertThat(found(query("3"))).containsExactly(3L);
              assertThat(found(query("ANA.petit@"))).containsExactly(1L, 2L);
              assertThat(found(query("100% v"))).containsExactly(1L);
              assertThat(found(query("100%v"))).isEmpty();
              assertThat(tickets().count(query("grand"))).isEqualTo(1);
            });
  }

  @Test
  default void filtersAndSorts() {
    units()
        .run(
            () -> {
              assertThat(found(filter(TicketStatus.OPEN, null))).containsExactly(1L);
              assertThat(found(filter(null, TicketKind.OTHER))).containsExactly(2L, 3L);
              assertThat(found(filter(TicketStatus.CLOSED, TicketKind.OTHER))).containsExactly(3L);
              assertThat(found(query("").in(new OrganisationId(new UUID(1, 1))))).isEmpty();
              TicketQuery newest =
                  new TicketQuery(
                      Optional.empty(),
                      Optional.empty(),
                      "",
                      Optional.empty(),
                      Order.CHANGED,
                      true);
              assertThat(found(newest)).containsExactly(2L, 1L, 3L);
              assertThat(tickets().search(newest, new PageRequest(1, 1)))
                  .extracting(TicketRow::number)
                  .containsExactly(1L);
            });
  }

  private static TicketQuery filter(@Nullable TicketStatus status, @Nullable TicketKind kind) {
    return new TicketQuery(
        Optional.ofNullable(status),
        Optional.ofNullable(kind),
        "",
        Optional.empty(),
        Order.NUMBER,
        false);
  }

  @Test
  default void findsWhatEndedAndErasesItsThread() {
    units()
        .run(
            () -> {
              assertThat(tickets().toErase(NOON, 10)).isEmpty();
              List<Ticket> over = tickets().toErase(NOON.plusSeconds(1), 10);
              assertThat(over).extracting(Ticket::number).containsExactly(3L);
              over.get(0).erase(NOON);
            });
    units()
        .run(
            () -> {
              assertThat(tickets().toErase(NOON.plusSeconds(1), 10)).isEmpty();
              assertThat(tickets().find(3).orElseThrow().thread()).isEmpty();
            });
  }
}
