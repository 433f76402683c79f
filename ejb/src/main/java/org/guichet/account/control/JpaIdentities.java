package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.LinkedIdentity;
import org.guichet.account.entity.ProviderVisit;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.SessionId;
import org.guichet.platform.entity.Sha256;

/** In the database. */
@ApplicationScoped
public class JpaIdentities implements Identities {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaIdentities() {}

  public JpaIdentities(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(LinkedIdentity identity) {
    em.persist(identity);
  }

  @Override
  public Optional<LinkedIdentity> find(String issuer, String subject) {
    return em.createQuery(
            "select i from LinkedIdentity i where i.issuer = :issuer and i.subject = :subject",
            LinkedIdentity.class)
        .setParameter("issuer", issuer)
        .setParameter("subject", subject)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<LinkedIdentity> find(UUID id) {
    return Optional.ofNullable(em.find(LinkedIdentity.class, id));
  }

  @Override
  public List<LinkedIdentity> of(AccountId account) {
    return em.createQuery(
            "select i from LinkedIdentity i where i.account = :account order by i.linkedAt, i.id",
            LinkedIdentity.class)
        .setParameter("account", account.value())
        .getResultList();
  }

  @Override
  public void remove(LinkedIdentity identity) {
    em.remove(identity);
  }

  @Override
  public void add(ProviderVisit visit) {
    em.persist(visit);
    em.flush(); // steps name it in a column of theirs, and two returns at once meet here
  }

  @Override
  public Optional<ProviderVisit> findVisit(UUID id) {
    return Optional.ofNullable(em.find(ProviderVisit.class, id));
  }

  @Override
  public Optional<ProviderVisit> findVisitByState(Sha256 state) {
    return visit("stateHash", state.hex());
  }

  @Override
  public Optional<ProviderVisit> findVisitByOffer(Sha256 offer) {
    return visit("offerHash", offer.hex());
  }

  private Optional<ProviderVisit> visit(String column, String hash) {
    return em.createQuery(
            "select v from ProviderVisit v where v." + column + " = :hash", ProviderVisit.class)
        .setParameter("hash", hash)
        .getResultStream()
        .findFirst();
  }

  @Override
  public Optional<ProviderVisit> findVisit(SessionId session) {
    return em.createQuery(
            "select v from ProviderVisit v where v.session = :session", ProviderVisit.class)
        .setParameter("session", session.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public int forget(Instant begunBefore) {
    return em.createQuery("delete from ProviderVisit v where v.createdAt < :before")
        .setParameter("before", begunBefore)
        .executeUpdate();
  }
}
