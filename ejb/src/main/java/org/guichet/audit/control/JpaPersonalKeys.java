package org.guichet.audit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.guichet.audit.entity.PersonalKey;
import org.guichet.platform.entity.AccountId;

/** In the database. */
@ApplicationScoped
public class JpaPersonalKeys implements PersonalKeys {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaPersonalKeys() {}

  public JpaPersonalKeys(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(PersonalKey key) {
    em.persist(key);
    em.flush();
  }

  @Override
  public Optional<PersonalKey> find(AccountId person) {
    return Optional.ofNullable(em.find(PersonalKey.class, person.value()));
  }
}
