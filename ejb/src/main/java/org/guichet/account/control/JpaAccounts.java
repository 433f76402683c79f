package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountQuery;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountStep;
import org.guichet.account.entity.Credential;
import org.guichet.account.entity.RecoveryCode;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;

/** In the database. */
@ApplicationScoped
public class JpaAccounts implements Accounts {
  private static final int ENOUGH = 3;

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaAccounts() {}

  public JpaAccounts(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Account account) {
    em.persist(account);
    em.flush(); // rows that refer to it come by other entities
  }

  @Override
  public void addStep(AccountStep step) {
    em.persist(step);
  }

  @Override
  public Optional<Account> find(AccountId id) {
    return Optional.ofNullable(em.find(Account.class, id.value()));
  }

  @Override
  public Optional<Account> findByLogin(String login) {
    return em.createQuery("select a from Account a where a.login = :login", Account.class)
        .setParameter("login", login)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Account> activeByEmail(String folded) {
    return em.createQuery(
            "select a from Account a where a.emailFolded = :email and a.activatedAt is not null"
                + " and a.state <> :deleted",
            Account.class)
        .setParameter("email", folded)
        .setParameter("deleted", AccountState.DELETED)
        .setMaxResults(ENOUGH)
        .getResultList();
  }

  @Override
  public List<String> loginsLike(String beginning) {
    return em.createQuery("select a.login from Account a where a.login like :like", String.class)
        .setParameter("like", beginning + "%")
        .getResultList();
  }

  @Override
  public List<Account> search(AccountQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Account> criteria = builder.createQuery(Account.class);
    Root<Account> account = criteria.from(Account.class);
    criteria
        .select(account)
        .where(conditions(builder, account, query))
        .orderBy(builder.asc(account.get("nameFolded")), builder.asc(account.get("login")));
    return em.createQuery(criteria)
        .setFirstResult(query.page().first())
        .setMaxResults(query.page().size())
        .getResultList();
  }

  @Override
  public long count(AccountQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = builder.createQuery(Long.class);
    Root<Account> account = criteria.from(Account.class);
    criteria.select(builder.count(account)).where(conditions(builder, account, query));
    return em.createQuery(criteria).getSingleResult();
  }

  private static Predicate[] conditions(
      CriteriaBuilder builder, Root<Account> account, AccountQuery query) {
    List<Predicate> all = new ArrayList<>();
    query.state().ifPresent(state -> all.add(builder.equal(account.get("state"), state)));
    if (!query.search().isBlank()) {
      all.add(SearchedText.of(query.search()).anywhere(builder, account));
    }
    return all.toArray(new Predicate[0]);
  }

  @Override
  public List<AccountStep> steps(AccountId account) {
    return em.createQuery(
            "select s from AccountStep s where s.account = :account order by s.at",
            AccountStep.class)
        .setParameter("account", account.value())
        .getResultList();
  }

  @Override
  public List<Account> inState(AccountState state, Instant createdBefore, int most) {
    return em.createQuery(
            "select a from Account a where a.state = :state and a.createdAt < :before"
                + " order by a.createdAt",
            Account.class)
        .setParameter("state", state)
        .setParameter("before", createdBefore)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Account> deletedBefore(Instant time, int most) {
    return em.createQuery(
            "select a from Account a where a.state = :deleted and a.deletedAt < :before"
                + " order by a.deletedAt",
            Account.class)
        .setParameter("deleted", AccountState.DELETED)
        .setParameter("before", time)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public List<Account> toRemind(
      Optional<OrganisationId> organisation,
      Instant unusedSince,
      Instant endBefore,
      int first,
      int most) {
    TypedQuery<Account> query =
        em.createQuery(
            "select a from Account a"
                + (organisation.isPresent()
                    ? " join Membership m on m.account = a.id and m.organisation = :organisation"
                    : "")
                + " where a.state = :active and a.remindedAt is null and ("
                + "a.expiresOn < :end or (a.expiresOn is null"
                + " and a.createdAt < :since"
                + " and (a.activatedAt is null or a.activatedAt < :since)"
                + " and (a.lastSignInAt is null or a.lastSignInAt < :since)"
                + " and (a.renewedAt is null or a.renewedAt < :since)))"
                + " order by a.createdAt, a.login",
            Account.class);
    organisation.ifPresent(one -> query.setParameter("organisation", one.value()));
    return query
        .setParameter("active", AccountState.ACTIVE)
        .setParameter("end", endBefore)
        .setParameter("since", unusedSince)
        .setFirstResult(first)
        .setMaxResults(most)
        .getResultList();
  }

  @Override
  public void signedIn(AccountId id, Instant now) {
    em.createNativeQuery("update account set last_sign_in_at = ?, reminded_at = null where id = ?")
        .setParameter(1, now.atOffset(ZoneOffset.UTC))
        .setParameter(2, id.value())
        .executeUpdate();
  }

  @Override
  public void seen(AccountId id, Instant until) {
    em.createNativeQuery(
            "update account set seen_until = ?1 where id = ?2"
                + " and (seen_until is null or seen_until < ?1)")
        .setParameter(1, until.atOffset(ZoneOffset.UTC))
        .setParameter(2, id.value())
        .executeUpdate();
  }

  @Override
  public void remove(Account account) {
    em.remove(account); // the rest goes with it, by the foreign keys
    em.flush();
  }

  @Override
  public Credential credential(AccountId account) {
    Credential credential = em.find(Credential.class, account.value());
    if (credential == null) {
      credential = Credential.of(account);
      em.persist(credential);
    }
    return credential;
  }

  @Override
  public void addRecoveryCode(RecoveryCode code) {
    em.persist(code);
  }

  @Override
  public List<RecoveryCode> recoveryCodes(AccountId account) {
    return em.createQuery(
            "select c from RecoveryCode c where c.account = :account", RecoveryCode.class)
        .setParameter("account", account.value())
        .getResultList();
  }

  @Override
  public void removeRecoveryCodes(AccountId account) {
    recoveryCodes(account).forEach(em::remove);
  }
}
