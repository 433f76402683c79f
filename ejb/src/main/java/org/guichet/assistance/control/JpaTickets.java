package org.guichet.assistance.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketLink;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.platform.control.Sequences;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Sha256;

/** In the database. */
@ApplicationScoped
public class JpaTickets implements Tickets {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaTickets() {}

  public JpaTickets(EntityManager em) {
    this.em = em;
  }

  @Override
  public long nextNumber() {
    return Sequences.next(em, "ticket_number");
  }

  @Override
  public void add(Ticket ticket) {
    em.persist(ticket);
  }

  @Override
  public void add(TicketLink link) {
    em.persist(link);
  }

  @Override
  public Optional<Ticket> find(long number) {
    return em.createQuery("select t from Ticket t where t.number = :number", Ticket.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Ticket> findByLink(Sha256 hash) {
    return Optional.ofNullable(em.find(TicketLink.class, hash.hex()))
        .map(link -> em.find(Ticket.class, link.ticket()));
  }

  @Override
  public Optional<Ticket> lock(long number) {
    em.createNativeQuery("select id from ticket where number = ? for update")
        .setParameter(1, number)
        .getResultList();
    Optional<Ticket> ticket = find(number);
    ticket.ifPresent(em::refresh); // what another wrote while we waited
    return ticket;
  }

  @Override
  public List<TicketRow> search(TicketQuery query, PageRequest page) {
    Map<String, Object> values = new LinkedHashMap<>();
    String column =
        switch (query.order()) {
          case NUMBER -> "t.number";
          case CHANGED -> "t.changedAt";
        };
    String order = column + (query.descending() ? " desc" : "") + ", t.number";
    TypedQuery<Ticket> found =
        em.createQuery("select t " + found(query, values) + " order by " + order, Ticket.class)
            .setFirstResult(page.first())
            .setMaxResults(page.size());
    values.forEach(found::setParameter);
    return found.getResultStream().map(Ticket::row).toList();
  }

  @Override
  public long count(TicketQuery query) {
    Map<String, Object> values = new LinkedHashMap<>();
    TypedQuery<Long> counted =
        em.createQuery("select count(t) " + found(query, values), Long.class);
    values.forEach(counted::setParameter);
    return counted.getSingleResult();
  }

  /** The part of a query that says which; fills in its values. */
  private static String found(TicketQuery query, Map<String, Object> values) {
    StringBuilder found = new StringBuilder("from Ticket t where t.number > 0");
    query.status().ifPresent(v -> also(found, values, "t.status = :status", "status", v));
    query.kind().ifPresent(v -> also(found, values, "t.kind = :kind", "kind", v));
    query
        .organisation()
        .ifPresent(
            v -> also(found, values, "t.organisation = :organisation", "organisation", v.value()));
    String text = query.text().strip();
    if (text.matches("\\d{1,18}")) {
      found.append(" and (t.number = :number or t.found like :text escape '!')");
      values.put("number", Long.parseLong(text));
      values.put("text", pattern(text));
    } else if (!text.isEmpty()) {
      also(found, values, "t.found like :text escape '!'", "text", pattern(text));
    }
    return found.toString();
  }

  private static void also(
      StringBuilder found, Map<String, Object> values, String what, String name, Object value) {
    found.append(" and ").append(what);
    values.put(name, value);
  }

  /** What was typed stands for itself: {@code %} is no wildcard. */
  private static String pattern(String text) {
    return "%" + text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
  }

  @Override
  public Optional<Ticket> find(UUID id) {
    return Optional.ofNullable(em.find(Ticket.class, id));
  }

  @Override
  public List<TicketRow> of(AccountId account, int most) {
    return em.createQuery(
            "select t from Ticket t where t.account = :account order by t.number desc",
            Ticket.class)
        .setParameter("account", account.value())
        .setMaxResults(most)
        .getResultStream()
        .map(Ticket::row)
        .toList();
  }

  @Override
  public List<Ticket> toErase(Instant endedBefore, int most) {
    return em.createQuery(
            "select t from Ticket t where t.erasedAt is null and t.endedAt < :time"
                + " order by t.endedAt, t.number",
            Ticket.class)
        .setParameter("time", endedBefore)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public void removeLinks(Ticket ticket) {
    em.createQuery("delete from TicketLink l where l.ticket = :ticket")
        .setParameter("ticket", ticket.id())
        .executeUpdate();
  }
}
