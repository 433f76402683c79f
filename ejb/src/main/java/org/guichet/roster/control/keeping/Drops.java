package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.entity.DroppedImport;
import org.guichet.roster.entity.ImportReport;
import org.guichet.roster.entity.ImportSource;
import org.guichet.roster.entity.ImportState;

/** Imports that came by SFTP, and their reports, in the database. */
@Dependent
public class Drops {
  private static final int AT_ONCE = 100;

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public Drops() {}

  public Drops(EntityManager em) {
    this.em = em;
  }

  /** Adds it after its import. Fails when another import of the organisation joins files. */
  public void add(DroppedImport begun) {
    em.flush();
    em.persist(begun);
    em.flush();
  }

  /** A constraint that is given back in this transaction is free for the next row. */
  public void flush() {
    em.flush();
  }

  /** As it stands now, and nobody else changes it before the transaction ends. */
  public Optional<DroppedImport> lock(UUID id) {
    Optional<DroppedImport> row =
        Optional.ofNullable(em.find(DroppedImport.class, id, LockModeType.PESSIMISTIC_WRITE));
    row.ifPresent(em::refresh);
    return row;
  }

  /** The one that joins files of an organisation, or whose time for that is over. */
  public Optional<UUID> collecting(OrganisationId organisation) {
    return em.createQuery(
            "select d.id from DroppedImport d where d.collecting = :organisation", UUID.class)
        .setParameter("organisation", organisation.value())
        .getResultStream()
        .findFirst();
  }

  /** Those whose time to join files is over. */
  public List<UUID> over(Instant now) {
    return em.createQuery(
            "select d.id from DroppedImport d where d.collecting is not null"
                + " and d.joinedUntil <= :now order by d.joinedUntil, d.id",
            UUID.class)
        .setParameter("now", now)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /**
   * Whether somebody prepares another import of the organisation's files by SFTP: parents would not
   * find the pupils who wait there.
   */
  public boolean isOtherOpen(UUID id, OrganisationId organisation) {
    return em.createQuery(
                "select count(i) from RosterImport i where i.organisation = :organisation"
                    + " and i.source = :sftp and i.state in :draft and i.id <> :id",
                Long.class)
            .setParameter("organisation", organisation.value())
            .setParameter("sftp", ImportSource.SFTP)
            .setParameter(
                "draft", List.of(ImportState.PREPARING, ImportState.PLANNING, ImportState.PLANNED))
            .setParameter("id", id)
            .getSingleResult()
        > 0;
  }

  /** Those whose sender is owed a report. */
  public List<UUID> owing() {
    return em.createQuery(
            "select d.id from DroppedImport d where d.due is not null order by d.id", UUID.class)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** Which import a file belongs to. */
  public Optional<UUID> importOf(UUID file) {
    return em.createQuery("select f.owner.id from RosterFile f where f.id = :file", UUID.class)
        .setParameter("file", file)
        .getResultStream()
        .findFirst();
  }

  /** One that nobody has acknowledged. */
  public Optional<ImportReport> report(OrganisationId organisation, String name) {
    return em.createQuery(
            "select r from ImportReport r where r.organisation = :organisation"
                + " and r.name = :name and r.acknowledgedAt is null",
            ImportReport.class)
        .setParameter("organisation", organisation.value())
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  public void add(ImportReport report) {
    em.persist(report);
  }

  public Optional<ImportReport> report(UUID id) {
    return Optional.ofNullable(em.find(ImportReport.class, id));
  }

  /** Those that nobody has acknowledged, by name. */
  public List<ImportReport> reports(OrganisationId organisation) {
    return em.createQuery(
            "select r from ImportReport r where r.organisation = :organisation"
                + " and r.acknowledgedAt is null order by r.name",
            ImportReport.class)
        .setParameter("organisation", organisation.value())
        .getResultList();
  }

  /** Those that were made before. */
  public List<ImportReport> madeBefore(Instant time) {
    return em.createQuery(
            "select r from ImportReport r where r.madeAt < :time order by r.madeAt",
            ImportReport.class)
        .setParameter("time", time)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  public void remove(ImportReport report) {
    em.remove(report);
  }
}
