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
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.GroupQuery;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.RoleGrant;
import org.guichet.platform.control.LikePattern;
import org.guichet.platform.entity.PageRequest;

/** People of services' groups, as their pages show them. */
@ApplicationScoped
public class GroupPeople {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public GroupPeople() {}

  public GroupPeople(EntityManager em) {
    this.em = em;
  }

  public List<RoleGrant> page(String group, GroupQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<RoleGrant> criteria = builder.createQuery(RoleGrant.class);
    Root<RoleGrant> grant = criteria.from(RoleGrant.class);
    Root<Account> account = criteria.from(Account.class);
    Expression<?> key =
        switch (query.sort()) {
          case NAME -> account.get("nameFolded");
          case LAST_SIGN_IN -> account.get("lastSignInAt");
          case SINCE -> grant.get("grantedAt");
        };
    criteria
        .select(grant)
        .where(conditions(builder, grant, account, group, query))
        .orderBy(
            query.descending() ? builder.desc(key) : builder.asc(key),
            builder.asc(account.get("login")));
    return em.createQuery(criteria)
        .setFirstResult(query.page().first())
        .setMaxResults(query.page().size())
        .getResultList();
  }

  public long count(String group, GroupQuery query) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = builder.createQuery(Long.class);
    Root<RoleGrant> grant = criteria.from(RoleGrant.class);
    Root<Account> account = criteria.from(Account.class);
    criteria.select(builder.count(grant)).where(conditions(builder, grant, account, group, query));
    return em.createQuery(criteria).getSingleResult();
  }

  private static Predicate[] conditions(
      CriteriaBuilder builder,
      Root<RoleGrant> grant,
      Root<Account> account,
      String group,
      GroupQuery query) {
    List<Predicate> all = new ArrayList<>();
    all.add(builder.equal(grant.get("group"), group));
    all.add(builder.equal(grant.get("account"), account.get("id")));
    all.add(builder.notEqual(account.get("state"), AccountState.DELETED));
    query
        .role()
        .ifPresent(
            code ->
                all.add(
                    builder.like(
                        grant.get("roles"),
                        LikePattern.holding("," + code + ","),
                        LikePattern.ESCAPE)));
    if (!query.search().isBlank()) {
      all.add(SearchedText.of(query.search()).anywhere(builder, account));
    }
    return all.toArray(new Predicate[0]);
  }

  /** Who has a profile, in whatever organisation, by name. */
  public List<Membership> having(String profile, PageRequest page) {
    return em.createQuery(
            "select m from Membership m join Account a on a.id = m.account"
                + " where m.profiles like :code escape '"
                + LikePattern.ESCAPE
                + "' order by a.nameFolded, m.id",
            Membership.class)
        .setParameter("code", LikePattern.holding("," + profile + ","))
        .setFirstResult(page.first())
        .setMaxResults(page.size())
        .getResultList();
  }

  public long having(String profile) {
    return em.createQuery(
            "select count(m) from Membership m where m.profiles like :code escape '"
                + LikePattern.ESCAPE
                + "'",
            Long.class)
        .setParameter("code", LikePattern.holding("," + profile + ","))
        .getSingleResult();
  }
}
