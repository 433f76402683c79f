package org.guichet.insight.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.guichet.deposit.entity.DepositDecided;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.Settings;

/**
 * Writes what is counted later, in the transaction that gives a deposit its verdict: so both stand
 * or neither. Rows of one depositor only, so that no two lanes ever wait for each other.
 */
@ApplicationScoped
public class FactKeeping {
  private static final int WIDTH = 500;

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
      if (waiting(decided)) {
        DeadlineOrder.hold(em, "issuer = ?", decided.sender().value());
        forgetDeadlines(decided);
        renewDeadlines(decided);
      }
      if (refusesAny(decided)) {
        addDeadlines(decided);
      }
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
                  and d.refusal is null and coalesce(d.action, 'CREATION') = 'CREATION'
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

  private boolean waiting(DepositDecided decided) {
    return new SqlText()
            .add("select count(*) from passage_deadline where issuer = ?", decided.sender().value())
            .number(em)
        > 0;
  }

  /** What this file declares again and is accepted, now or before. */
  private void forgetDeadlines(DepositDecided decided) {
    String issuer = decided.sender().value();
    new SqlText()
        .add(
            """
            delete from passage_deadline where issuer = ? and id_technique in
              (select v.id_technique from passage_verdict v join deposit d on d.id = v.deposit
              where v.attempt = ? and ((v.outcome = 'OK' and d.refusal is null)
                or (select count(*) from accepted_key k
                  where k.issuer = ? and k.id_technique = v.id_technique) > 0))
            """,
            issuer,
            decided.attempt(),
            issuer)
        .change(em);
  }

  /**
   * What this file declares again and is refused anew. A few passages at a time, by their place in
   * the file: there they have an index, by what they are declared under they have none.
   */
  private void renewDeadlines(DepositDecided decided) {
    long done = 0;
    List<?> places = waitingPlaces(decided, done);
    while (!places.isEmpty()) {
      for (Object one : places) {
        long place = SqlText.number(one);
        if (place > done) {
          done = place + WIDTH - 1;
          renewDeadlines(decided, place, done);
        }
      }
      places = waitingPlaces(decided, done);
    }
  }

  private List<?> waitingPlaces(DepositDecided decided, long after) {
    return new SqlText()
        .add(
            """
            select v.passage from passage_verdict v
            join passage_deadline t on t.issuer = ? and t.id_technique = v.id_technique
            where v.attempt = ? and v.passage > ? and t.deposit <> ?
            order by v.passage fetch first 1000 rows only
            """,
            decided.sender().value(),
            decided.attempt(),
            after,
            decided.deposit().value())
        .column(em);
  }

  /**
   * A date that can't be read now takes away none that could be read before; whoever was told of a
   * deadline is told again only of another one. Of two passages under one key the first counts.
   */
  private void renewDeadlines(DepositDecided decided, long first, long last) {
    new SqlText()
        .add(
            """
            update passage_deadline set (organisation, certifier, deposit, passage, cause,
              valid_from, deadline, noted_at, sender_told, certifier_told) =
              (select n.organisation, n.certifier, n.deposit, n.passage, n.cause,
                coalesce(n.valid_from, passage_deadline.valid_from),
                coalesce(n.deadline, passage_deadline.deadline),
                case when coalesce(n.deadline, passage_deadline.deadline)
                    = passage_deadline.deadline
                    and n.certifier is not distinct from passage_deadline.certifier
                  then passage_deadline.noted_at else cast(? as timestamp with time zone) end,
                passage_deadline.sender_told and coalesce(n.deadline, passage_deadline.deadline)
                  = passage_deadline.deadline,
                passage_deadline.certifier_told and coalesce(n.deadline, passage_deadline.deadline)
                  = passage_deadline.deadline
                  and n.certifier is not distinct from passage_deadline.certifier
              from (select v.id_technique, d.organisation, d.certifier, v.deposit, v.passage,
                  v.cause, v.valid_from, cast(v.valid_from + interval '3' month as date) as deadline
                from passage_verdict v join deposit d on d.id = v.deposit
                where v.attempt = ? and v.passage between ? and ?) n
              where n.id_technique = passage_deadline.id_technique
              order by n.passage fetch first 1 row only)
            where issuer = ? and deposit <> ? and id_technique in
              (select w.id_technique from passage_verdict w
              where w.attempt = ? and w.passage between ? and ?)
            """,
            clock.instant().atOffset(ZoneOffset.UTC),
            decided.attempt(),
            first,
            last,
            decided.sender().value(),
            decided.deposit().value(),
            decided.attempt(),
            first,
            last)
        .change(em);
  }

  /** Large files rarely do, and looking through all their passages takes long. */
  private boolean refusesAny(DepositDecided decided) {
    return new SqlText()
            .add(
                "select count(*) from deposit_fact where deposit = ? and (refused or rejected > 0)",
                decided.deposit().value())
            .number(em)
        > 0;
  }

  /**
   * Of passages under one key the first that is refused counts; where another one was accepted, the
   * key is kept.
   */
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
              where w.attempt = ? and w.id_technique is not null and (w.outcome = 'KO'
                or (select f.refused from deposit_fact f where f.deposit = ?))
              group by w.id_technique) p on 1 = 1
            join passage_verdict v on v.attempt = ? and v.passage = p.place
            where d.id = ? and v.valid_from is not null
              and (select count(*) from accepted_key k
                where k.issuer = ? and k.id_technique = v.id_technique) = 0
              and (select count(*) from passage_deadline t
                where t.issuer = ? and t.id_technique = v.id_technique) = 0
            """,
            issuer,
            clock.instant().atOffset(ZoneOffset.UTC),
            decided.attempt(),
            decided.deposit().value(),
            decided.attempt(),
            decided.deposit().value(),
            issuer,
            issuer)
        .change(em);
  }
}
