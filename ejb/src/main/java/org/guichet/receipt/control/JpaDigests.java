package org.guichet.receipt.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.receipt.entity.Digest;
import org.guichet.receipt.entity.DigestEntry;

/** In the database. */
@Dependent
public class JpaDigests implements Digests {
  @PersistenceContext EntityManager em;

  @Override
  public void note(DigestEntry entry) {
    em.persist(entry);
  }

  @Override
  public List<Due> due(Instant until) {
    return em.createQuery(
            "select distinct e.organisation, e.recipient from DigestEntry e"
                + " left join Digest d on d.recipient = e.recipient and d.until = :until"
                + " where e.digest is null and e.notedAt < :until and d.id is null",
            Object[].class)
        .setParameter("until", until)
        .getResultStream()
        .map(row -> new Due(new OrganisationId((UUID) row[0]), (UUID) row[1]))
        .toList();
  }

  @Override
  public List<DigestEntry> take(Digest digest) {
    em.persist(digest);
    em.flush(); // of two servers, one goes on only after the other's commit, and fails
    em.createQuery(
            "update DigestEntry e set e.digest = :digest where e.recipient = :recipient"
                + " and e.digest is null and e.notedAt < :until")
        .setParameter("digest", digest.id())
        .setParameter("recipient", digest.recipient())
        .setParameter("until", digest.until())
        .executeUpdate();
    return em.createQuery(
            "select e from DigestEntry e where e.digest = :digest order by e.notedAt, e.number",
            DigestEntry.class)
        .setParameter("digest", digest.id())
        .getResultList();
  }

  @Override
  public int removeBefore(Instant until, int most) {
    List<Digest> old =
        em.createQuery(
                "select d from Digest d where d.until < :until order by d.until", Digest.class)
            .setParameter("until", until)
            .setMaxResults(most)
            .getResultList();
    for (Digest digest : old) {
      em.createQuery("delete from DigestEntry e where e.digest = :digest")
          .setParameter("digest", digest.id())
          .executeUpdate();
      em.remove(digest);
    }
    return old.size();
  }

  @Override
  public int forget(UUID recipient) {
    return em.createQuery(
            "delete from DigestEntry e where e.recipient = :recipient and e.digest is null")
        .setParameter("recipient", recipient)
        .executeUpdate();
  }
}
