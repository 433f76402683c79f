package org.guichet.assistance.control;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketLink;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Sha256;

/** For tests of rules; {@link TicketsContract} keeps it honest. */
public final class InMemoryTickets implements Tickets {
  private final List<Ticket> rows = new ArrayList<>();
  private final List<TicketLink> links = new ArrayList<>();
  private long last = 1000;

  @Override
  public long nextNumber() {
    return ++last;
  }

  @Override
  public void add(Ticket ticket) {
    rows.add(ticket);
  }

  @Override
  public void add(TicketLink link) {
    links.add(link);
  }

  @Override
  public Optional<Ticket> find(long number) {
    return rows.stream().filter(ticket -> ticket.number() == number).findFirst();
  }

  @Override
  public Optional<Ticket> find(UUID id) {
    return rows.stream().filter(ticket -> ticket.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Ticket> findByLink(Sha256 hash) {
    return links.stream()
        .filter(link -> link.hash().equals(hash))
        .flatMap(link -> rows.stream().filter(ticket -> ticket.id().equals(link.ticket())))
        .findFirst();
  }

  @Override
  public Optional<Ticket> lock(long number) {
    return find(number);
  }

  @Override
  public List<TicketRow> search(TicketQuery query, PageRequest page) {
    Comparator<Ticket> order =
        query.order() == TicketQuery.Order.CHANGED
            ? Comparator.comparing(Ticket::changedAt)
            : Comparator.comparing(Ticket::number);
    return rows.stream()
        .filter(ticket -> finds(query, ticket))
        .sorted((query.descending() ? order.reversed() : order).thenComparing(Ticket::number))
        .skip(page.first())
        .limit(page.size())
        .map(Ticket::row)
        .toList();
  }

  private static boolean finds(TicketQuery query, Ticket ticket) {
    TicketRequest request = ticket.request();
    String text = query.text().strip().toLowerCase(Locale.ROOT);
    String all =
        String.join(
            "\n",
            request.contact().name(),
            request.contact().email(),
            request.organisation().name(),
            request.organisation().legalName(),
            request.organisation().matricule());
    return query.status().filter(status -> status != ticket.status()).isEmpty()
        && query.kind().filter(kind -> kind != request.kind()).isEmpty()
        && query
            .organisation()
            .filter(id -> !Optional.of(id).equals(ticket.organisation()))
            .isEmpty()
        && (all.toLowerCase(Locale.ROOT).contains(text)
            || Long.toString(ticket.number()).equals(text));
  }

  @Override
  public long count(TicketQuery query) {
    return rows.stream().filter(ticket -> finds(query, ticket)).count();
  }

  @Override
  public List<TicketRow> of(AccountId account, int most) {
    return rows.stream()
        .filter(ticket -> ticket.account().equals(Optional.of(account)))
        .sorted(Comparator.comparing(Ticket::number).reversed())
        .limit(most)
        .map(Ticket::row)
        .toList();
  }

  @Override
  public List<Ticket> toErase(Instant endedBefore, int most) {
    return rows.stream()
        .filter(ticket -> !ticket.erased())
        .filter(ticket -> ticket.endedAt().filter(endedBefore::isAfter).isPresent())
        .sorted(Comparator.comparing(ticket -> ticket.endedAt().orElseThrow()))
        .limit(most)
        .toList();
  }

  @Override
  public void removeLinks(Ticket ticket) {
    links.removeIf(link -> link.ticket().equals(ticket.id()));
  }
}
