package org.guichet.account.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.entity.AccountState;
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
