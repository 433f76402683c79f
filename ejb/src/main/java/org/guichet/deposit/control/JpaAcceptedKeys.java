package org.guichet.deposit.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.Query;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.guichet.flux.FindingCode;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.OrganisationId;

/**
 * Keys in the database: the table {@code key_claim}, and of it the view {@code accepted_key}. What
 * concerns all passages of a file goes by ranges of them, and finds keys one by one: no statement
 * looks at all the keys of an issuer, who may have millions. Keys are counted, not asked for with
 * {@code exists}: that PostgreSQL may turn into a join, and where it doesn't know yet how many keys
 * there are, into one that goes through all of an issuer's for each passage.
 */
@Dependent
public class JpaAcceptedKeys implements AcceptedKeys {
  private static final int PAGE = 5_000;

  @PersistenceContext EntityManager em;

  @Override
  @SuppressWarnings("unchecked") // a native query has no result type
  public Set<Integer> refuseDuplicates(UUID attempt, int first, int last, String issuer) {
    int refused =
        em.createNativeQuery(
                """
                update passage_verdict set outcome = 'KO', cause = ?1
                where attempt = ?2 and passage between ?3 and ?4 and outcome = 'OK' and
                  (select count(*) from accepted_key k
                  where k.issuer = ?5 and k.id_technique = passage_verdict.id_technique) > 0
                """)
            .setParameter(1, FindingCode.DUPLICATE.name())
            .setParameter(2, attempt)
            .setParameter(3, first)
            .setParameter(4, last)
            .setParameter(5, issuer)
            .executeUpdate();
    if (refused == 0) {
      return Set.of();
    }
    return new HashSet<Integer>(
        em.createNativeQuery(
                """
                select passage from passage_verdict
                where attempt = ?1 and passage between ?2 and ?3 and cause = ?4
                """)
            .setParameter(1, attempt)
            .setParameter(2, first)
            .setParameter(3, last)
            .setParameter(4, FindingCode.DUPLICATE.name())
            .getResultList());
  }

  @Override
  public void claim(UUID attempt, int first, int last, String issuer) {
    em.createNativeQuery(
            """
            insert into key_claim (issuer, id_technique, deposit, attempt, passage)
            select cast(?1 as varchar(8)), v.id_technique, v.deposit, v.attempt, v.passage
            from passage_verdict v
            where v.attempt = ?2 and v.passage between ?3 and ?4 and v.outcome = 'OK'
            """)
        .setParameter(1, issuer)
        .setParameter(2, attempt)
        .setParameter(3, first)
        .setParameter(4, last)
        .executeUpdate();
  }

  @Override
  public void release(UUID attempt, String issuer) {
    int end = end(attempt);
    try (PreparedStatement delete =
        connection()
            .prepareStatement(
                "delete from key_claim where issuer = ? and id_technique = ? and attempt = ?")) {
      for (int from = 1; from <= end; from += PAGE) {
        for (String id : good(attempt, from)) {
          delete.setString(1, issuer);
          delete.setString(2, id);
          delete.setObject(3, attempt);
          delete.addBatch();
        }
        delete.executeBatch();
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
  }

  @SuppressWarnings("unchecked") // a native query has no result type
  private List<String> good(UUID attempt, int from) {
    return em.createNativeQuery(
            """
            select id_technique from passage_verdict
            where attempt = ?1 and passage between ?2 and ?3 and outcome = 'OK'
            """)
        .setParameter(1, attempt)
        .setParameter(2, from)
        .setParameter(3, from + PAGE - 1)
        .getResultList();
  }

  @Override
  public void refuseUnknown(
      UUID attempt, String issuer, OrganisationId certifier, String contract) {
    em.createNativeQuery(
            """
            update passage_verdict set outcome = 'KO', cause = ?1
            where attempt = ?2 and outcome = 'OK' and (
              (select count(*) from accepted_key k
                where k.issuer = ?3 and k.id_technique = passage_verdict.id_technique
                and k.certifier = ?4 and k.contract = ?5) = 0
              or passage not in (select min(f.passage) from passage_verdict f
                where f.attempt = ?6 and f.outcome = 'OK' group by f.id_technique))
            """)
        .setParameter(1, FindingCode.NOTHING_TO_TAKE_BACK.name())
        .setParameter(2, attempt)
        .setParameter(3, issuer)
        .setParameter(4, certifier.value())
        .setParameter(5, contract)
        .setParameter(6, attempt)
        .executeUpdate();
  }

  @Override
  public List<DepositId> takeBack(UUID attempt, String issuer, DepositId by) {
    Set<DepositId> touched = new LinkedHashSet<>();
    int end = end(attempt);
    try (PreparedStatement withdraw =
            connection()
                .prepareStatement(
                    "update passage_verdict set withdrawn_by = ? where attempt = ? and passage = ?");
        PreparedStatement free =
            connection()
                .prepareStatement("delete from key_claim where issuer = ? and id_technique = ?")) {
      for (int from = 1; from <= end; from += PAGE) {
        for (Object[] key : named(attempt, from, issuer)) {
          withdraw.setObject(1, by.value());
          withdraw.setObject(2, UUID.fromString(key[1].toString()));
          withdraw.setInt(3, ((Number) key[2]).intValue());
          withdraw.addBatch();
          free.setString(1, issuer);
          free.setString(2, key[0].toString());
          free.addBatch();
          touched.add(new DepositId(UUID.fromString(key[3].toString())));
        }
        withdraw.executeBatch();
        free.executeBatch();
      }
    } catch (SQLException e) {
      throw new PersistenceException(e);
    }
    return List.copyOf(touched);
  }

  /** idTechnique, attempt, position and deposit of what a page of passages names. */
  @SuppressWarnings("unchecked") // a native query has no result type
  private List<Object[]> named(UUID attempt, int from, String issuer) {
    return em.createNativeQuery(
            """
            select k.id_technique, cast(k.attempt as varchar(36)), k.passage,
              cast(k.deposit as varchar(36))
            from passage_verdict v
            join accepted_key k on k.issuer = ?1 and k.id_technique = v.id_technique
            where v.attempt = ?2 and v.passage between ?3 and ?4 and v.outcome = 'OK'
            """)
        .setParameter(1, issuer)
        .setParameter(2, attempt)
        .setParameter(3, from)
        .setParameter(4, from + PAGE - 1)
        .getResultList();
  }

  /**
   * Among all, each organisation's key is probed for: there are a few thousand organisations, and
   * millions of keys that no index holds by their idTechnique alone.
   */
  @Override
  @SuppressWarnings("unchecked") // a native query has no result type
  public List<DepositId> holding(Optional<String> issuer, String idTechnique, int most) {
    Query query =
        issuer.isPresent()
            ? em.createNativeQuery(
                    "select deposit from accepted_key where id_technique = ?1 and issuer = ?2")
                .setParameter(2, issuer.get())
            : em.createNativeQuery(
                """
                select k.deposit from organisation o
                join accepted_key k on k.issuer = o.matricule and k.id_technique = ?1
                """);
    return ((List<UUID>) query.setParameter(1, idTechnique).setMaxResults(most).getResultList())
        .stream().map(DepositId::new).toList();
  }

  @Override
  public int standing(DepositId deposit) {
    return ((Number)
            em.createNativeQuery(
                    """
                    select count(*) from deposit d join passage_verdict v on v.attempt = d.attempt
                    where d.id = ?1 and d.status in ('ACCEPTED', 'PARTLY_ACCEPTED')
                      and v.outcome = 'OK' and v.withdrawn_by is null
                    """)
                .setParameter(1, deposit.value())
                .getSingleResult())
        .intValue();
  }

  private int end(UUID attempt) {
    return JpaPassageVerdicts.last(em, attempt);
  }

  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
