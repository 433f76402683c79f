package org.guichet.insight.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.guichet.deposit.entity.DepositDecided;
import org.guichet.platform.entity.Settings;

/**
 * Writes what is counted later, in the transaction that gives a deposit its verdict: so both stand
 * or neither. Rows of one deposit only, so that no two lanes ever wait for each other.
 */
@ApplicationScoped
public class FactKeeping {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  @Inject Settings settings;
  @Inject Clock clock;

  /** Public, since the container's proxy calls it. */
  public void keep(@Observes DepositDecided decided) {
    if (decided.trial()) {
      return;
    }
    addFact(decided);
    if (declares(decided)) {
      addCauses(decided);
      forgetDeadlines(decided);
      addDeadlines(decided);
    }
  }

  private void addFact(DepositDecided decided) {
    LocalDate day = LocalDate.ofInstant(decided.receivedAt(), settings.zone());
    new SqlText()
        .add(
            """
            insert into deposit_fact (deposit, received_on, received_at, organisation, certifier,
              contract, channel, action, refused, accepted, rejected, late)
            select d.id, cast(? as date), d.received_at, d.organisation, d.certifier, d.contract,
              d.channel, coalesce(d.action, 'CREATION'), d.refusal is not null, d.accepted,
              d.rejected, cast(? as integer)
            from deposit d where d.id = ?
            """,
            day,
            late(decided, day),
            decided.deposit().value())
        .change(em);
  }

  private void addCauses(DepositDecided decided) {
    new SqlText()
        .add(
            """
            insert into deposit_cause
              (deposit, code, received_on, organisation, certifier, passages)
            select t.deposit, g.code, t.received_on, t.organisation, t.certifier, g.passages
            from (select f.code, cast(count(*) as integer) as passages from passage_finding f
              where f.attempt = ? and f.severity <> 'WARNING' group by f.code) g
            join deposit_fact t on t.deposit = ?
            """,
            decided.attempt(),
            decided.deposit().value())
        .change(em);
  }

  /** Passages that are accepted now, and whose last day was before {@code day}. */
  private int late(DepositDecided decided, LocalDate day) {
    return (int)
        new SqlText()
            .add(
                """
                select count(*) from passage_verdict v join deposit d on d.id = v.deposit
                where v.attempt = ? and v.outcome = 'OK' and v.valid_from < ?
                  and d.refusal is null
                """,
                decided.attempt(),
                LegalDeadline.earliestStart(day))
            .number(em);
  }

  /** A file that takes back declares nothing. */
  private boolean declares(DepositDecided decided) {
    return new SqlText()
            .add(
                "select count(*) from deposit_fact where deposit = ? and action = 'CREATION'",
                decided.deposit().value())
            .number(em)
        > 0;
  }

  /** What this file declares again is accepted now, or refused anew. */
  private void forgetDeadlines(DepositDecided decided) {
    String issuer = decided.sender().value();
    long waiting =
        new SqlText()
            .add("select count(*) from passage_deadline where issuer = ?", issuer)
            .number(em);
    if (waiting > 0) {
      new SqlText()
          .add(
              """
              delete from passage_deadline where issuer = ? and id_technique in
                (select v.id_technique from passage_verdict v where v.attempt = ?)
              """,
              issuer,
              decided.attempt())
          .change(em);
    }
  }

  private void addDeadlines(DepositDecided decided) {
    String issuer = decided.sender().value();
    new SqlText()
        .add(
            """
            insert into passage_deadline (issuer, id_technique, organisation, certifier, deposit,
              passage, cause, valid_from, deadline, noted_at, sender_told, certifier_told)
            select cast(? as varchar(8)), v.id_technique, d.organisation, d.certifier, d.id,
              v.passage, v.cause, v.valid_from,
              cast(v.valid_from + interval '3' month as date), cast(? as timestamp with time zone),
              false, false
            from deposit d
            join (select w.id_technique, min(w.passage) as place from passage_verdict w
              where w.attempt = ? and w.id_technique is not null group by w.id_technique) p on 1 = 1
            join passage_verdict v on v.attempt = ? and v.passage = p.place
            where d.id = ? and v.valid_from is not null
              and (v.outcome = 'KO' or d.refusal is not null)
              and (select count(*) from accepted_key k
                where k.issuer = ? and k.id_technique = v.id_technique) = 0
            """,
            issuer,
            clock.instant().atOffset(ZoneOffset.UTC),
            decided.attempt(),
            decided.attempt(),
            decided.deposit().value(),
            issuer)
        .change(em);
  }
}
