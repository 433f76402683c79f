package org.guichet.organisation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import org.guichet.organisation.entity.Mandate;
import org.guichet.platform.entity.OrganisationId;

/** In the database. */
@ApplicationScoped
public class JpaMandateBook implements MandateBook {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaMandateBook() {}

  public JpaMandateBook(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Mandate mandate) {
    em.persist(mandate);
  }

  @Override
  public List<Mandate> between(OrganisationId certifier, OrganisationId depositor) {
    return em.createQuery(
            "select m from Mandate m where m.certifier = :certifier and m.depositor = :depositor"
                + " order by m.validFrom, m.grantedAt",
            Mandate.class)
        .setParameter("certifier", certifier.value())
        .setParameter("depositor", depositor.value())
        .getResultList();
  }

  @Override
  public List<Mandate> of(OrganisationId organisation) {
    return em.createQuery(
            "select m from Mandate m where m.certifier = :organisation"
                + " or m.depositor = :organisation order by m.validFrom, m.grantedAt",
            Mandate.class)
        .setParameter("organisation", organisation.value())
        .getResultList();
  }

  @Override
  public List<Mandate> changedSince(OrganisationId organisation, Instant since, int most) {
    return em.createQuery(
            "select m from Mandate m where (m.certifier = :organisation"
                + " or m.depositor = :organisation)"
                + " and (m.grantedAt > :since or m.revokedAt > :since)",
            Mandate.class)
        .setParameter("organisation", organisation.value())
        .setParameter("since", since)
        .setMaxResults(most)
        .getResultList();
  }
}
