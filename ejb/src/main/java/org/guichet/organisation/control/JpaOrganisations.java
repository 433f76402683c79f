package org.guichet.organisation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.entity.Organisation;
import org.guichet.organisation.entity.OrganisationQuery;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;

/** In the database. */
@ApplicationScoped
public class JpaOrganisations implements Organisations {
  private static final String FOUND =
      "from Organisation o where lower(o.name) like :text escape '!'"
          + " or lower(o.matricule) like :text escape '!'";

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
  public List<Organisation> choosingExpiry() {
    return em.createQuery(
            "select o from Organisation o where o.accountMonths is not null order by o.matricule",
            Organisation.class)
        .getResultList();
  }

  @Override
  public List<Organisation> watchingSilence() {
    return em.createQuery(
            "select o from Organisation o where o.silenceDays is not null order by o.matricule",
            Organisation.class)
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
  public List<Organisation> search(OrganisationQuery query, PageRequest page) {
    String column =
        switch (query.order()) {
          case MATRICULE -> "o.matricule";
          case NAME -> "lower(o.name)";
          case CREATED -> "o.createdAt";
        };
    String order = column + (query.descending() ? " desc" : "") + ", o.matricule";
    return withContracts(
            em.createQuery("select o " + FOUND + " order by " + order, Organisation.class))
        .setParameter("text", pattern(query.text()))
        .setFirstResult(page.first())
        .setMaxResults(page.size())
        .getResultList();
  }

  @Override
  public long count(OrganisationQuery query) {
    return em.createQuery("select count(o) " + FOUND, Long.class)
        .setParameter("text", pattern(query.text()))
        .getSingleResult();
  }

  /** What was typed stands for itself: {@code %} is no wildcard. */
  private static String pattern(String text) {
    return "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%";
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
