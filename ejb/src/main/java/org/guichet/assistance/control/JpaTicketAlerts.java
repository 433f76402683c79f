package org.guichet.assistance.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketMailState;
import org.guichet.assistance.entity.TicketStatus;
import org.guichet.assistance.entity.TicketSubscription;
import org.guichet.assistance.entity.TicketsWaiting;
import org.guichet.platform.entity.AccountId;

/** In the database. */
@ApplicationScoped
public class JpaTicketAlerts implements TicketAlerts {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  @Inject Tickets tickets;

  /** For the container, which brings the entity manager. */
  protected JpaTicketAlerts() {}

  public JpaTicketAlerts(EntityManager em, Tickets tickets) {
    this.em = em;
    this.tickets = tickets;
  }

  @Override
  public List<Ticket> lockUntold(int most) {
    List<?> numbers =
        em.createNativeQuery(
                "select number from ticket where told_at is null and organisation is null"
                    + " and status = ? order by number for update")
            .setParameter(1, TicketStatus.OPEN.name())
            .setMaxResults(most)
            .getResultList();
    return numbers.stream()
        .flatMap(number -> tickets.find(((Number) number).longValue()).stream())
        .toList();
  }

  @Override
  public Optional<Instant> lastTold() {
    return Optional.ofNullable(
        em.createQuery("select max(t.toldAt) from Ticket t", Instant.class).getSingleResult());
  }

  @Override
  public TicketsWaiting waiting() {
    Object[] found =
        em.createQuery(
                "select count(t), min(t.changedAt) from Ticket t"
                    + " where t.status = :open and t.organisation is null",
                Object[].class)
            .setParameter("open", TicketStatus.OPEN)
            .getSingleResult();
    long mails =
        em.createQuery("select count(m) from TicketMail m where m.state = :unfiled", Long.class)
            .setParameter("unfiled", TicketMailState.UNFILED)
            .getSingleResult();
    return new TicketsWaiting(
        ((Number) found[0]).longValue(), Optional.ofNullable((Instant) found[1]), mails);
  }

  @Override
  public void add(TicketSubscription watch) {
    em.persist(watch);
  }

  @Override
  public void remove(TicketSubscription watch) {
    em.remove(watch);
  }

  @Override
  public Optional<TicketSubscription> watch(AccountId account) {
    return Optional.ofNullable(em.find(TicketSubscription.class, account.value()));
  }

  @Override
  public List<AccountId> watching() {
    return em.createQuery(
            "select w from TicketSubscription w order by w.since", TicketSubscription.class)
        .getResultStream()
        .map(TicketSubscription::account)
        .toList();
  }
}
