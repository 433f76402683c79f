package org.guichet.notice.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.guichet.platform.entity.Sha256;

/** What notices refer to, whatever became of them: one that is sent again needs its documents. */
@Dependent
public class Attachments {
  @PersistenceContext EntityManager em;

  /** Digests from {@code from} on and before {@code to}, as text in hexadecimal. */
  public List<Sha256> between(String from, String to) {
    return em.createQuery(
            "select distinct a.sha256 from PostedNotice n join n.attachments a"
                + " where a.sha256 >= :from and a.sha256 < :to",
            String.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultStream()
        .map(Sha256::new)
        .toList();
  }
}
