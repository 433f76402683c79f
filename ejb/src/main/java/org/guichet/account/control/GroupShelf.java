package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.ServiceGroup;
import org.guichet.account.entity.ServiceGroupView;

/** Groups of services that operators made. */
@ApplicationScoped
public class GroupShelf {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public GroupShelf() {}

  public GroupShelf(EntityManager em) {
    this.em = em;
  }

  public void add(ServiceGroup group) {
    em.persist(group);
  }

  public Optional<ServiceGroup> find(String code) {
    return Optional.ofNullable(em.find(ServiceGroup.class, code));
  }

  /** All, retired ones too, by code. */
  public List<ServiceGroupView> all() {
    return em.createQuery("select g from ServiceGroup g order by g.code", ServiceGroup.class)
        .getResultStream()
        .map(ServiceGroup::view)
        .toList();
  }
}
