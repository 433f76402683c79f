package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.RegistrationCode;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Sha256;

/** In the database. */
@ApplicationScoped
public class JpaRegistrationCodeBook implements RegistrationCodeBook {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaRegistrationCodeBook() {}

  public JpaRegistrationCodeBook(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(RegistrationCode code) {
    em.persist(code);
  }

  @Override
  public Optional<RegistrationCode> find(Sha256 hash) {
    return em.createQuery(
            "select c from RegistrationCode c where c.hash = :hash", RegistrationCode.class)
        .setParameter("hash", hash.hex())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<RegistrationCode> of(OrganisationId organisation) {
    return em.createQuery(
            "select c from RegistrationCode c where c.organisation = :organisation"
                + " order by c.createdAt",
            RegistrationCode.class)
        .setParameter("organisation", organisation.value())
        .getResultList();
  }
}
