package org.guichet.organisation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.entity.Organisation;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;

/** In the database. */
@ApplicationScoped
public class JpaOrganisations implements Organisations {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaOrganisations() {}

  public JpaOrganisations(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Organisation organisation) {
    em.persist(organisation);
  }

  @Override
  public Optional<Organisation> find(OrganisationId id) {
    return Optional.ofNullable(em.find(Organisation.class, id.value()));
  }

  @Override
  public Optional<Organisation> findByMatricule(Matricule matricule) {
    return em.createQuery(
            "select o from Organisation o where o.matricule = :matricule", Organisation.class)
        .setParameter("matricule", matricule.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<Organisation> findByContract(String number) {
    return em.createQuery(
            "select c.organisation from Contract c where c.number = :number", Organisation.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Organisation> findAll(Collection<OrganisationId> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    List<UUID> values = ids.stream().map(OrganisationId::value).distinct().toList();
    return withContracts(
            em.createQuery("select o from Organisation o where o.id in :ids", Organisation.class))
        .setParameter("ids", values)
        .getResultList();
  }

  @Override
  public List<Organisation> page(PageRequest page) {
    return withContracts(
            em.createQuery("select o from Organisation o order by o.matricule", Organisation.class))
        .setFirstResult(page.first())
        .setMaxResults(page.size())
        .getResultList();
  }

  @Override
  public long count() {
    return em.createQuery("select count(o) from Organisation o", Long.class).getSingleResult();
  }

  /**
   * Reads the contracts of all rows and recipients in one more query each, not in one more for each
   * row.
   */
  private static TypedQuery<Organisation> withContracts(TypedQuery<Organisation> query) {
    return query
        .setHint("eclipselink.batch.type", "IN")
        .setHint("eclipselink.batch", "o.contracts")
        .setHint("eclipselink.batch", "o.recipients");
  }
}
