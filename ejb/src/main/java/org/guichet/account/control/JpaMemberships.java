package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.account.entity.Account;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.Catalogue.Right;
import org.guichet.account.entity.Catalogue.RightGroup;
import org.guichet.account.entity.Headcount;
import org.guichet.account.entity.MemberQuery;
import org.guichet.account.entity.Membership;
import org.guichet.account.entity.RoleGrant;
import org.guichet.account.entity.ServiceConnection;
import org.guichet.platform.control.LikePattern;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;

/** In the database. */
@ApplicationScoped
public class JpaMemberships implements Memberships {
  private static final String REFRESH = "eclipselink.refresh";

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
  public List<Membership> members(OrganisationId organisation) {
    return em.createQuery(
            "select m from Membership m where m.organisation = :organisation"
                + " order by m.grantedAt",
            Membership.class)
        .setParameter("organisation", organisation.value())
        .getResultList();
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
  public List<Membership> page(OrganisationId organisation, MemberQuery query, Ages ages) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Membership> criteria = builder.createQuery(Membership.class);
    Root<Membership> membership = criteria.from(Membership.class);
    Root<Account> account = criteria.from(Account.class);
    Expression<?> key = account.get(column(query.sort()));
    criteria
        .select(membership)
        .where(conditions(builder, membership, account, organisation, query, ages))
        .orderBy(
            query.descending() ? builder.desc(key) : builder.asc(key),
            builder.asc(account.get("login")));
    return em.createQuery(criteria)
        .setFirstResult(query.page().first())
        .setMaxResults(query.page().size())
        .getResultList();
  }

  @Override
  public long count(OrganisationId organisation, MemberQuery query, Ages ages) {
    CriteriaBuilder builder = em.getCriteriaBuilder();
    CriteriaQuery<Long> criteria = builder.createQuery(Long.class);
    Root<Membership> membership = criteria.from(Membership.class);
    Root<Account> account = criteria.from(Account.class);
    criteria
        .select(builder.count(membership))
        .where(conditions(builder, membership, account, organisation, query, ages));
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

  private Predicate[] conditions(
      CriteriaBuilder builder,
      Root<Membership> membership,
      Root<Account> account,
      OrganisationId organisation,
      MemberQuery query,
      Ages ages) {
    List<Predicate> all = new ArrayList<>();
    all.add(builder.equal(membership.get("organisation"), organisation.value()));
    all.add(builder.equal(membership.get("account"), account.get("id")));
    query.standing().ifPresent(wanted -> all.add(standing(builder, account, wanted, ages)));
    query
        .administrator()
        .ifPresent(is -> all.add(administrates(membership, administering(organisation), is)));
    query
        .profile()
        .ifPresent(
            code ->
                all.add(
                    builder.like(
                        membership.get("profiles"),
                        LikePattern.holding("," + code + ","),
                        LikePattern.ESCAPE)));
    if (!query.search().isBlank()) {
      all.add(SearchedText.of(query.search()).anywhere(builder, account));
    }
    return all.toArray(new Predicate[0]);
  }

  /** Not by the column itself: this statement's values become literals, and true a number. */
  private static Predicate administrates(Root<Membership> membership, List<UUID> who, boolean is) {
    Predicate among = membership.get("id").in(who.isEmpty() ? List.of(new UUID(0, 0)) : who);
    return is ? among : among.not();
  }

  private List<UUID> administering(OrganisationId organisation) {
    return em.createQuery(
            "select m.id from Membership m where m.organisation = :organisation"
                + " and m.administrator = :yes",
            UUID.class)
        .setParameter("organisation", organisation.value())
        .setParameter("yes", true)
        .getResultList();
  }

  private static Predicate standing(
      CriteriaBuilder builder, Root<Account> account, MemberQuery.Standing wanted, Ages ages) {
    return switch (wanted) {
      case PENDING -> builder.equal(account.get("state"), AccountState.PENDING);
      case DISABLED -> builder.equal(account.get("state"), AccountState.DISABLED);
      case DELETED -> builder.equal(account.get("state"), AccountState.DELETED);
      case ACTIVE -> builder.and(active(builder, account), over(builder, account, ages).not());
      case EXPIRED -> builder.and(active(builder, account), over(builder, account, ages));
    };
  }

  private static Predicate active(CriteriaBuilder builder, Root<Account> account) {
    return builder.equal(account.get("state"), AccountState.ACTIVE);
  }

  /** As {@link Account#expiresAt} says it; a day or two apart where months end. */
  private static Predicate over(CriteriaBuilder builder, Root<Account> account, Ages ages) {
    Expression<Instant> chosen = account.get("expiresOn");
    List<Predicate> unused = new ArrayList<>(List.of(builder.isNull(chosen)));
    for (String used : List.of("createdAt", "activatedAt", "lastSignInAt", "renewedAt")) {
      Expression<Instant> at = account.get(used);
      unused.add(builder.or(builder.isNull(at), builder.lessThanOrEqualTo(at, ages.unusedSince())));
    }
    return builder.or(
        builder.and(builder.isNotNull(chosen), builder.lessThanOrEqualTo(chosen, ages.now())),
        builder.and(unused.toArray(new Predicate[0])));
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
  public void lockOperators() {
    em.createNativeQuery("select id from role_grant order by id for update").getResultList();
    em.createQuery("select g from RoleGrant g", RoleGrant.class)
        .setHint(REFRESH, true) // what another wrote while we waited
        .getResultList();
    em.createQuery(
            "select a from Account a where a.id in (select g.account from RoleGrant g)",
            Account.class)
        .setHint(REFRESH, true) // who was disabled meanwhile looks after nothing any more
        .getResultList();
  }

  @Override
  public List<RoleGrant> inGroup(String group) {
    return em.createQuery(
            "select g from RoleGrant g where g.group = :group order by g.grantedAt",
            RoleGrant.class)
        .setParameter("group", group)
        .getResultList();
  }

  @Override
  public Map<AccountId, Instant> since(OrganisationId organisation) {
    return since(
        em.createQuery(
                "select m.account, m.grantedAt from Membership m join Account a on a.id = m.account"
                    + " where m.organisation = :place and a.state <> :deleted",
                Object[].class)
            .setParameter("place", organisation.value()));
  }

  @Override
  public Map<AccountId, Instant> since(String group) {
    return since(
        em.createQuery(
                "select g.account, g.grantedAt from RoleGrant g join Account a on a.id = g.account"
                    + " where g.group = :place and a.state <> :deleted",
                Object[].class)
            .setParameter("place", group));
  }

  private static Map<AccountId, Instant> since(TypedQuery<Object[]> people) {
    return people
        .setParameter("deleted", AccountState.DELETED)
        .getResultStream()
        .collect(Collectors.toMap(row -> new AccountId((UUID) row[0]), row -> (Instant) row[1]));
  }

  @Override
  public Headcount headcount(OrganisationId organisation) {
    List<Boolean> rows =
        em.createQuery(
                "select m.administrator from Membership m join Account a on a.id = m.account"
                    + " where m.organisation = :organisation and a.state <> :deleted",
                Boolean.class)
            .setParameter("organisation", organisation.value())
            .setParameter("deleted", AccountState.DELETED)
            .getResultList();
    return new Headcount(rows.size(), rows.stream().filter(is -> is).count());
  }

  @Override
  public Headcount headcount(RightGroup group) {
    List<RoleGrant> rows =
        em.createQuery(
                "select g from RoleGrant g join Account a on a.id = g.account"
                    + " where g.group = :group and a.state <> :deleted",
                RoleGrant.class)
            .setParameter("group", group.code())
            .setParameter("deleted", AccountState.DELETED)
            .getResultList();
    long administrators =
        rows.stream()
            .filter(
                grant ->
                    group.rights().stream()
                        .filter(Right::administrator)
                        .anyMatch(right -> grant.roles().contains(right.code())))
            .count();
    return new Headcount(rows.size(), administrators);
  }

  @Override
  public Map<String, Long> profilesInUse() {
    Map<String, Long> used = new TreeMap<>();
    em.createQuery("select m from Membership m", Membership.class)
        .getResultStream()
        .flatMap(membership -> membership.profiles().stream())
        .forEach(code -> used.merge(code, 1L, Long::sum));
    return used;
  }

  @Override
  public Map<String, Long> rolesInUse() {
    Map<String, Long> used = new TreeMap<>();
    em.createQuery("select g from RoleGrant g", RoleGrant.class)
        .getResultStream()
        .flatMap(grant -> grant.roles().stream().map(role -> grant.group() + "/" + role))
        .forEach(code -> used.merge(code, 1L, Long::sum));
    return used;
  }

  @Override
  public List<String> servicesInUse() {
    return em.createQuery(
            "select distinct c.service from ServiceConnection c order by c.service", String.class)
        .getResultList();
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
