package org.guichet.account.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.SavedView;
import org.guichet.platform.entity.AccountId;

/** Views that people keep. */
@Dependent
public class SavedViewShelf {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public SavedViewShelf() {}

  public SavedViewShelf(EntityManager em) {
    this.em = em;
  }

  /** By name. */
  public List<SavedView> of(AccountId account, String page) {
    return em.createQuery(
            "select v from SavedView v where v.account = :account and v.page = :page"
                + " order by v.name",
            SavedView.class)
        .setParameter("account", account.value())
        .setParameter("page", page)
        .getResultList();
  }

  public void add(SavedView view) {
    em.persist(view);
  }

  public Optional<SavedView> find(AccountId account, UUID id) {
    return em.createQuery(
            "select v from SavedView v where v.id = :id and v.account = :account", SavedView.class)
        .setParameter("id", id)
        .setParameter("account", account.value())
        .getResultStream()
        .findFirst();
  }

  public void remove(SavedView view) {
    em.remove(view);
  }
}
