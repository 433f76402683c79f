package org.guichet.organisation.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.entity.SftpSession;
import org.guichet.platform.entity.OrganisationId;

/** In the database. */
@ApplicationScoped
public class JpaSftpSessions implements SftpSessions {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public JpaSftpSessions() {}

  public JpaSftpSessions(EntityManager em) {
    this.em = em;
  }

  @Override
  public void add(SftpSession session) {
    em.persist(session);
  }

  @Override
  public Optional<SftpSession> find(UUID id) {
    return Optional.ofNullable(em.find(SftpSession.class, id));
  }

  @Override
  public List<SftpSession> of(OrganisationId organisation) {
    return em.createQuery(
            "select s from SftpSession s where s.organisation = :organisation"
                + " order by s.since desc",
            SftpSession.class)
        .setParameter("organisation", organisation.value())
        .getResultList();
  }

  @Override
  public void remove(UUID id) {
    em.createQuery("delete from SftpSession s where s.id = :id")
        .setParameter("id", id)
        .executeUpdate();
  }

  @Override
  public int removeEarlierRuns(String node, String thisRun) {
    return em.createQuery("delete from SftpSession s where s.run like :node and s.run <> :run")
        .setParameter("node", node + "/%")
        .setParameter("run", thisRun)
        .executeUpdate();
  }
}
