package org.guichet.organisation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.organisation.entity.SftpKey;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;

/** In the database. */
@ApplicationScoped
public class JpaSftpKeys implements SftpKeys {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaSftpKeys() {}

  public JpaSftpKeys(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(SftpKey key) {
    em.persist(key);
  }

  @Override
  public Optional<SftpKey> find(KeyId id) {
    return Optional.ofNullable(em.find(SftpKey.class, id.value()));
  }

  @Override
  public Optional<SftpKey> lock(KeyId id) {
    return Optional.ofNullable(em.find(SftpKey.class, id.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public Optional<SftpKey> findByName(OrganisationId organisation, String name) {
    return byName(organisation, name).getResultStream().findFirst();
  }

  @Override
  public Optional<SftpKey> lockByName(OrganisationId organisation, String name) {
    return byName(organisation, name)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  private TypedQuery<SftpKey> byName(OrganisationId organisation, String name) {
    return em.createQuery(
            "select k from SftpKey k where k.organisation = :organisation and k.name = :name",
            SftpKey.class)
        .setParameter("organisation", organisation.value())
        .setParameter("name", name);
  }

  @Override
  public Optional<SftpKey> findByFingerprint(OrganisationId organisation, String fingerprint) {
    return em.createQuery(
            "select k from SftpKey k"
                + " where k.organisation = :organisation and k.fingerprint = :fingerprint",
            SftpKey.class)
        .setParameter("organisation", organisation.value())
        .setParameter("fingerprint", fingerprint)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<SftpKey> of(OrganisationId organisation) {
    return em.createQuery(
            "select k from SftpKey k where k.organisation = :organisation order by k.name",
            SftpKey.class)
        .setParameter("organisation", organisation.value())
        .getResultList();
  }

  @Override
  public List<SftpKey> toRemind(int days, Instant now, int most) {
    return em.createQuery(
            "select k from SftpKey k where k.stoppedAt is null and k.expiresAt > :now"
                + " and k.expiresAt <= :soon"
                + " and (k.remindedDays is null or k.remindedDays > :days) order by k.expiresAt",
            SftpKey.class)
        .setParameter("now", now)
        .setParameter("soon", now.plus(Duration.ofDays(days)))
        .setParameter("days", days)
        .setMaxResults(most)
        .getResultList();
  }
}
