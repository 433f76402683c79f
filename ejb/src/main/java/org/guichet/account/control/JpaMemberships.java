package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.RoleGrant;
import org.guichet.account.entity.ServiceConnection;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;

/** In the database. */
@ApplicationScoped
public class JpaMemberships implements Memberships {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaMemberships() {}

  public JpaMemberships(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(Membership membership) {
    em.persist(membership);
  }

  @Override
  public Optional<Membership> find(AccountId account, OrganisationId organisation) {
    return em.createQuery(
            "select m from Membership m where m.account = :account"
                + " and m.organisation = :organisation",
            Membership.class)
        .setParameter("account", account.value())
        .setParameter("organisation", organisation.value())
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Membership> of(AccountId account) {
    return em.createQuery(
            "select m from Membership m where m.account = :account order by m.grantedAt",
            Membership.class)
        .setParameter("account", account.value())
        .getResultList();
  }

  @Override
  public void remove(Membership membership) {
    em.remove(membership);
  }

  @Override
  public List<AccountId> administrators(OrganisationId organisation) {
    return em.createQuery(
            "select a.id from Account a join Membership m on m.account = a.id"
                + " where m.organisation = :organisation and m.administrator = :yes"
                + " and a.state = :active order by a.nameFolded",
            UUID.class)
        .setParameter("organisation", organisation.value())
        .setParameter("yes", true) // a literal would reach the database as a number
        .setParameter("active", AccountState.ACTIVE)
        .getResultStream()
        .map(AccountId::new)
        .toList();
  }

  @Override
  public void lock(OrganisationId organisation) {
    em.createNativeQuery("select name from organisation where id = ? for update")
        .setParameter(1, organisation.value())
        .getResultList();
  }

  @Override
  public List<Membership> page(OrganisationId organisation, MemberQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Membership> criteria = builder.createQuery(Membership.class);
    Root<Membership> membership = criteria.from(Membership.class);
    Root<Account> account = criteria.from(Account.class);
    Expression<?> key = account.get(column(query.sort()));
    criteria
        .select(membership)
        .where(conditions(builder, membership, account, organisation, query))
        .orderBy(
            query.descending() ? builder.desc(key) : builder.asc(key),
            builder.asc(account.get("login")));
    return em.createQuery(criteria)
        .setFirstResult(query.page().first())
        .setMaxResults(query.page().size())
        .getResultList();
  }

  @Override
  public long count(OrganisationId organisation, MemberQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = builder.createQuery(Long.class);
    Root<Membership> membership = criteria.from(Membership.class);
    Root<Account> account = criteria.from(Account.class);
    criteria
        .select(builder.count(membership))
        .where(conditions(builder, membership, account, organisation, query));
    return em.createQuery(criteria).getSingleResult();
  }

  private static String column(MemberQuery.Sort sort) {
    return switch (sort) {
      case NAME -> "nameFolded";
      case LOGIN -> "login";
      case EMAIL -> "emailFolded";
      case STATE -> "state";
      case LAST_SIGN_IN -> "lastSignInAt";
      case CREATED -> "createdAt";
    };
  }

  private static Predicate[] conditions(
      CriteriaBuilder builder,
      Root<Membership> membership,
      Root<Account> account,
      OrganisationId organisation,
      MemberQuery query) {
    List<Predicate> all = new ArrayList<>();
    all.add(builder.equal(membership.get("organisation"), organisation.value()));
    all.add(builder.equal(membership.get("account"), account.get("id")));
    query.state().ifPresent(state -> all.add(builder.equal(account.get("state"), state)));
    query
        .profile()
        .ifPresent(
            code ->
                all.add(
                    builder.like(
                        membership.get("profiles"), SearchedText.like("," + code + ","), '!')));
    if (!query.search().isBlank()) {
      all.add(SearchedText.of(query.search()).anywhere(builder, account));
    }
    return all.toArray(new Predicate[0]);
  }

  @Override
  public void add(RoleGrant grant) {
    em.persist(grant);
  }

  @Override
  public Optional<RoleGrant> findGrant(AccountId account, String group) {
    return grants(account).stream().filter(grant -> grant.group().equals(group)).findFirst();
  }

  @Override
  public List<RoleGrant> grants(AccountId account) {
    return em.createQuery(
            "select g from RoleGrant g where g.account = :account order by g.group",
            RoleGrant.class)
        .setParameter("account", account.value())
        .getResultList();
  }

  @Override
  public void remove(RoleGrant grant) {
    em.remove(grant);
  }

  @Override
  public List<AccountId> withRoles() {
    return em.createQuery(
            "select distinct a.id from Account a join RoleGrant g on g.account = a.id"
                + " where a.state = :active",
            UUID.class)
        .setParameter("active", AccountState.ACTIVE)
        .getResultStream()
        .map(AccountId::new)
        .toList();
  }

  @Override
  public void add(ServiceConnection connection) {
    em.persist(connection);
  }

  @Override
  public List<ServiceConnection> connections(OrganisationId organisation) {
    return em.createQuery(
            "select c from ServiceConnection c where c.organisation = :organisation"
                + " order by c.service",
            ServiceConnection.class)
        .setParameter("organisation", organisation.value())
        .getResultList();
  }
}
