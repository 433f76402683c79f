package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.AccountSession;
import org.guichet.account.entity.KnownDevice;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.MailToken;
import org.guichet.account.entity.SignInStep;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.SessionId;
import org.guichet.platform.entity.Sha256;

/** In the database. */
@ApplicationScoped
public class JpaSignIns implements SignIns {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaSignIns() {}

  public JpaSignIns(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(AccountSession session) {
    em.persist(session);
  }

  @Override
  public Optional<AccountSession> findSession(SessionId id) {
    return Optional.ofNullable(em.find(AccountSession.class, id.value()));
  }

  @Override
  public Optional<AccountSession> findSession(Sha256 token) {
    return em.createQuery(
            "select s from AccountSession s where s.tokenHash = :token", AccountSession.class)
        .setParameter("token", token.hex())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<AccountSession> sessions(AccountId account) {
    return em.createQuery(
            "select s from AccountSession s where s.account = :account and s.endedAt is null"
                + " order by s.lastSeenAt desc",
            AccountSession.class)
        .setParameter("account", account.value())
        .getResultList();
  }

  @Override
  public void add(SignInStep step) {
    em.persist(step);
  }

  @Override
  public Optional<SignInStep> findStep(Sha256 token) {
    return em.createQuery("select s from SignInStep s where s.tokenHash = :token", SignInStep.class)
        .setParameter("token", token.hex())
        .getResultStream()
        .findFirst();
  }

  @Override
  public void remove(SignInStep step) {
    em.remove(step);
  }

  @Override
  public void add(KnownDevice device) {
    em.persist(device);
  }

  @Override
  public Optional<KnownDevice> findDevice(AccountId account, Sha256 token) {
    return em.createQuery(
            "select d from KnownDevice d where d.tokenHash = :token and d.account = :account",
            KnownDevice.class)
        .setParameter("token", token.hex())
        .setParameter("account", account.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public void removeDevices(AccountId account) {
    em.createQuery("select d from KnownDevice d where d.account = :account", KnownDevice.class)
        .setParameter("account", account.value())
        .getResultList()
        .forEach(em::remove);
  }

  @Override
  public void add(MailToken token) {
    em.persist(token);
  }

  @Override
  public Optional<MailToken> findToken(Sha256 token) {
    return em.createQuery("select t from MailToken t where t.tokenHash = :token", MailToken.class)
        .setParameter("token", token.hex())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<MailToken> tokens(AccountId account, MailPurpose purpose) {
    return em.createQuery(
            "select t from MailToken t where t.account = :account and t.purpose = :purpose"
                + " and t.usedAt is null order by t.createdAt",
            MailToken.class)
        .setParameter("account", account.value())
        .setParameter("purpose", purpose)
        .getResultList();
  }

  @Override
  public int forget(Instant overBefore) {
    int gone =
        em.createQuery(
                "delete from AccountSession s where s.lastSeenAt < :before"
                    + " or s.endedAt < :before")
            .setParameter("before", overBefore)
            .executeUpdate();
    gone +=
        em.createQuery("delete from SignInStep s where s.expiresAt < :before")
            .setParameter("before", overBefore)
            .executeUpdate();
    return gone
        + em.createQuery("delete from MailToken t where t.expiresAt < :before")
            .setParameter("before", overBefore)
            .executeUpdate();
  }
}
