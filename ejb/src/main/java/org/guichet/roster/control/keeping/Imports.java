package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.RosterImport;

/** Imports in the database. */
@Dependent
public class Imports {
  private static final List<ImportState> WORK =
      List.of(ImportState.PLANNING, ImportState.APPLYING, ImportState.UNDOING);

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public Imports() {}

  public Imports(EntityManager em) {
    this.em = em;
  }

  public void add(RosterImport begun) {
    em.persist(begun);
  }

  public Optional<RosterImport> find(UUID id) {
    return Optional.ofNullable(em.find(RosterImport.class, id));
  }

  /** As it stands now, and nobody else changes it before the transaction ends. */
  public Optional<RosterImport> lock(UUID id) {
    Optional<RosterImport> row =
        Optional.ofNullable(em.find(RosterImport.class, id, LockModeType.PESSIMISTIC_WRITE));
    row.ifPresent(em::refresh);
    return row;
  }

  /** An organisation's, the latest first. */
  public List<RosterImport> page(OrganisationId organisation, PageRequest page) {
    return em.createQuery(
            "select i from RosterImport i where i.organisation = :organisation"
                + " order by i.createdAt desc, i.id",
            RosterImport.class)
        .setParameter("organisation", organisation.value())
        .setFirstResult(page.first())
        .setMaxResults(page.size())
        .getResultList();
  }

  public long count(OrganisationId organisation) {
    return em.createQuery(
            "select count(i) from RosterImport i where i.organisation = :organisation", Long.class)
        .setParameter("organisation", organisation.value())
        .getSingleResult();
  }

  /** Those that wait for a worker at {@code now}, the longest waiting first. */
  public List<UUID> waiting(Instant now) {
    return em.createQuery(
            "select i.id from RosterImport i where i.state in :work"
                + " and (i.leaseUntil is null or i.leaseUntil <= :now) order by i.changedAt",
            UUID.class)
        .setParameter("work", WORK)
        .setParameter("now", now)
        .setMaxResults(20)
        .getResultList();
  }

  /**
   * Whether somebody works on another import of the same organisation. Nobody takes up work there
   * before the transaction ends.
   */
  public boolean isOtherHeld(UUID id, Instant now) {
    boolean held = false;
    for (Object[] row :
        new SqlText()
            .add(
                "select cast(i.id as varchar(36)), i.lease_until from roster_import i"
                    + " where i.organisation = (select o.organisation from roster_import o"
                    + " where o.id = ?) and i.state in ('PLANNING', 'APPLYING', 'UNDOING')"
                    + " order by i.id for update",
                id)
            .rows(em)) {
      boolean other = !SqlText.id(SqlText.text(row[0])).equals(id);
      held |= other && row[1] != null && SqlText.instant(row[1]).isAfter(now);
    }
    return held;
  }

  /**
   * Keeps a piece of work for longer. Past the entity: its work is one transaction that holds it.
   *
   * @return false when somebody else has it by now
   */
  public boolean renew(UUID id, String holder, Instant until, long done, long expected) {
    return new SqlText()
            .add(
                "update roster_import set lease_until = ?, work_done = ?, work_expected = ?"
                    + " where id = ? and lease_holder = ?",
                until.atOffset(ZoneOffset.UTC),
                done,
                expected,
                id,
                holder)
            .change(em)
        == 1;
  }

  /** Lets go of what this server had before it was started anew. */
  public int release(Predicate<String> earlier) {
    List<String> holders =
        em.createQuery(
                "select distinct i.leaseHolder from RosterImport i where i.leaseHolder is not null",
                String.class)
            .getResultList();
    int released = 0;
    for (String holder : holders) {
      if (earlier.test(holder)) {
        released +=
            new SqlText()
                .add(
                    "update roster_import set lease_until = null, lease_holder = null"
                        + " where lease_holder = ?",
                    holder)
                .change(em);
      }
    }
    return released;
  }

  /** Whether somebody of an organisation was changed since then. */
  public boolean anybodyChangedSince(OrganisationId organisation, Instant since) {
    return new SqlText()
            .add(
                "select count(*) from person where organisation = ? and changed_at >= ?",
                organisation.value(),
                since.atOffset(ZoneOffset.UTC))
            .number(em)
        > 0;
  }

  /** Drafts that nobody has touched since, and ended imports whose files are still there. */
  public List<UUID> forgettable(Instant untouchedSince, int most) {
    return em.createQuery(
            "select i.id from RosterImport i where i.filesGoneAt is null"
                + " and i.changedAt < :since and i.state not in :work order by i.changedAt",
            UUID.class)
        .setParameter("since", untouchedSince)
        .setParameter("work", WORK)
        .setMaxResults(most)
        .getResultList();
  }

  /** Drafts whose plan is one of these, or is being made of an organisation's people. */
  public List<UUID> drafts(Set<UUID> plans, Set<OrganisationId> organisations) {
    Set<UUID> owners = new HashSet<>();
    for (OrganisationId organisation : organisations) {
      owners.add(organisation.value());
    }
    return em
        .createQuery(
            "select i from RosterImport i where i.state in :draft and i.organisation in :owners",
            RosterImport.class)
        .setParameter("draft", List.of(ImportState.PLANNING, ImportState.PLANNED))
        .setParameter("owners", owners)
        .getResultList()
        .stream()
        .filter(
            one ->
                one.state() == ImportState.PLANNING
                    || one.plan().filter(plans::contains).isPresent())
        .map(RosterImport::id)
        .toList();
  }

  /** Whether an import of the organisation ended, or was undone, since then. */
  public boolean anyEndedSince(OrganisationId organisation, Instant since) {
    return em.createQuery(
                "select count(i) from RosterImport i where i.organisation = :organisation"
                    + " and i.state in :done and (i.endedAt >= :since or i.undoneAt >= :since)",
                Long.class)
            .setParameter("organisation", organisation.value())
            .setParameter("done", List.of(ImportState.APPLIED, ImportState.UNDONE))
            .setParameter("since", since)
            .getSingleResult()
        > 0;
  }
}
