package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.Upload;
import org.guichet.deposit.entity.UploadState;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;

/** Uploads in the database. */
@Dependent
public class JpaUploads implements Uploads {
  @PersistenceContext EntityManager em;

  @Override
  public void add(Upload upload) {
    em.persist(upload);
    em.flush();
  }

  @Override
  public Optional<Upload> find(DepositId id) {
    return Optional.ofNullable(em.find(Upload.class, id.value()));
  }

  @Override
  public Optional<Upload> find(OrganisationId organisation, DropFolder folder, String name) {
    return em.createQuery(
            "select u from Upload u where u.organisation = :organisation and u.folder = :folder"
                + " and u.name = :name",
            Upload.class)
        .setParameter("organisation", organisation.value())
        .setParameter("folder", folder)
        .setParameter("name", name)
        .getResultStream()
        .findFirst();
  }

  @Override
  public List<Upload> of(OrganisationId organisation, DropFolder folder) {
    return em.createQuery(
            "select u from Upload u where u.organisation = :organisation and u.folder = :folder"
                + " order by u.name",
            Upload.class)
        .setParameter("organisation", organisation.value())
        .setParameter("folder", folder)
        .getResultList();
  }

  @Override
  public List<Upload> openInEarlierRuns(String node, String thisRun) {
    return em.createQuery(
            "select u from Upload u where u.state = :open and u.boot like :node"
                + " and u.boot <> :thisRun",
            Upload.class)
        .setParameter("open", UploadState.OPEN)
        .setParameter("node", node + "/%")
        .setParameter("thisRun", thisRun)
        .getResultList();
  }

  @Override
  public List<Upload> untouchedSince(Instant before) {
    return em.createQuery(
            "select u from Upload u where u.state <> :open and u.changedAt < :before"
                + " order by u.changedAt",
            Upload.class)
        .setParameter("open", UploadState.OPEN)
        .setParameter("before", before)
        .setMaxResults(1_000)
        .getResultList();
  }

  @Override
  public List<Upload> unfinished(Optional<OrganisationId> organisation, int most) {
    String ofWhom = organisation.isPresent() ? " and u.organisation = :organisation" : "";
    TypedQuery<Upload> query =
        em.createQuery(
                "select u from Upload u where u.state <> :open"
                    + ofWhom
                    + " order by u.changedAt desc, u.id",
                Upload.class)
            .setParameter("open", UploadState.OPEN)
            .setMaxResults(most);
    organisation.ifPresent(one -> query.setParameter("organisation", one.value()));
    return query.getResultList();
  }

  @Override
  public void remove(Upload upload) {
    em.remove(upload);
    em.flush(); // its name is free for the next one in the same transaction
  }
}
