package org.guichet.assistance.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.assistance.entity.Ticket;
import org.guichet.assistance.entity.TicketMail;
import org.guichet.assistance.entity.TicketMailState;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Sha256;

/** In the database. */
@ApplicationScoped
public class JpaTicketMails implements TicketMails {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaTicketMails() {}

  public JpaTicketMails(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(TicketMail mail) {
    em.persist(mail);
  }

  @Override
  public Optional<TicketMail> find(UUID id) {
    return Optional.ofNullable(em.find(TicketMail.class, id));
  }

  @Override
  public boolean knows(Sha256 digest) {
    return em.createQuery("select count(m) from TicketMail m where m.digest = :digest", Long.class)
            .setParameter("digest", digest.hex())
            .getSingleResult()
        > 0;
  }

  @Override
  public List<TicketMail> unfiled(PageRequest page) {
    return em.createQuery(
            "select m from TicketMail m where m.state = :unfiled order by m.receivedAt, m.id",
            TicketMail.class)
        .setParameter("unfiled", TicketMailState.UNFILED)
        .setFirstResult(page.first())
        .setMaxResults(page.size())
        .getResultList();
  }

  @Override
  public long countUnfiled() {
    return em.createQuery("select count(m) from TicketMail m where m.state = :unfiled", Long.class)
        .setParameter("unfiled", TicketMailState.UNFILED)
        .getSingleResult();
  }

  @Override
  public void removeOf(Ticket ticket) {
    em.flush(); // messages that point to them go first
    em.createQuery("delete from TicketMail m where m.ticket = :ticket")
        .setParameter("ticket", ticket)
        .executeUpdate();
  }

  @Override
  public int removeSettledBefore(Instant time, int most) {
    List<TicketMail> over =
        em.createQuery(
                "select m from TicketMail m where m.state = :settled and m.settledAt < :time"
                    + " order by m.settledAt",
                TicketMail.class)
            .setParameter("settled", TicketMailState.SETTLED)
            .setParameter("time", time)
            .setMaxResults(most)
            .getResultList();
    over.forEach(em::remove);
    return over.size();
  }
}
