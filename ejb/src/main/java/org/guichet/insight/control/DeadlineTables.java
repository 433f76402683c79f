package org.guichet.insight.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guichet.flux.FindingCode;
import org.guichet.insight.entity.DeadlineQuery;
import org.guichet.insight.entity.DeadlineRow;
import org.guichet.insight.entity.DeadlineState;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.Matricule;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.PageRequest;
import org.jspecify.annotations.Nullable;

/** The tables {@code passage_deadline} and {@code deadline_reminder}. */
@Dependent
public class DeadlineTables {
  @PersistenceContext EntityManager em;

  /**
   * Which days count as soon.
   *
   * @param last the last deadline that is soon
   */
  public record Span(LocalDate today, LocalDate last) {
    DeadlineState state(LocalDate deadline) {
      return deadline.isBefore(today)
          ? DeadlineState.LATE
          : deadline.isAfter(last) ? DeadlineState.LATER : DeadlineState.SOON;
    }
  }

  /** What somebody declares, and how much of it presses. */
  public record Pressing(Matricule issuer, String name, long late, long soon, LocalDate first) {}

  /** By deadline, the first first. */
  public List<DeadlineRow> page(DeadlineQuery query, Span span, PageRequest part) {
    SqlText text =
        new SqlText()
            .add("select p.id_technique, p.issuer, o.name, p.valid_from, p.deadline,")
            .add(" d.number, d.file_name, p.cause from ");
    return conditions(text, query, span)
        .add(" join organisation o on o.id = p.organisation join deposit d on d.id = p.deposit")
        .add(" order by p.deadline, p.issuer, p.id_technique")
        .rows(em, part.first(), part.size())
        .stream()
        .map(row -> row(row, span))
        .toList();
  }

  private static DeadlineRow row(@Nullable Object[] row, Span span) {
    LocalDate deadline = SqlText.day(Objects.requireNonNull(row[4]));
    return new DeadlineRow(
        SqlText.text(row[0]),
        new Matricule(SqlText.text(row[1])),
        SqlText.text(row[2]),
        SqlText.day(Objects.requireNonNull(row[3])),
        deadline,
        span.state(deadline),
        SqlText.number(row[5]),
        SqlText.text(row[6]),
        Optional.ofNullable(row[7]).map(Object::toString).map(FindingCode::valueOf));
  }

  public long count(DeadlineQuery query, Span span) {
    return conditions(new SqlText().add("select count(*) from "), query, span).number(em);
  }

  /** Passages that were accepted after their last day, in files received since {@code from}. */
  public long acceptedLate(Optional<OrganisationId> reader, LocalDate from) {
    SqlText text =
        new SqlText()
            .add("select sum(late) from deposit_fact where action = 'CREATION'")
            .add(" and received_on >= ?", from);
    reader.ifPresent(
        one -> text.add(" and (organisation = ? or certifier = ?)", one.value(), one.value()));
    return text.number(em);
  }

  /** Two ranges, each by an index; a condition with "or" would be by none. */
  private static SqlText conditions(SqlText text, DeadlineQuery query, Span span) {
    text.add("(select * from passage_deadline where 1 = 1");
    narrow(text, query, span);
    if (query.reader().isPresent()) {
      OrganisationId reader = query.reader().get();
      text.add(" and organisation = ? union all select * from passage_deadline", reader.value());
      text.add(" where certifier = ? and organisation <> ?", reader.value(), reader.value());
      narrow(text, query, span);
    }
    return text.add(") p");
  }

  private static void narrow(SqlText text, DeadlineQuery query, Span span) {
    query.issuer().ifPresent(one -> text.add(" and issuer = ?", one.value()));
    if (query.state().isPresent()) {
      switch (query.state().get()) {
        case LATE -> text.add(" and deadline < ?", span.today());
        case SOON -> text.add(" and deadline between ? and ?", span.today(), span.last());
        case LATER -> text.add(" and deadline > ?", span.last());
      }
    }
  }

  /** Whoever dropped a passage whose deadline is over by {@code last}, and its certifier. */
  public List<OrganisationId> concerned(LocalDate last) {
    return new SqlText()
            .add("select distinct cast(organisation as varchar(36)) from passage_deadline")
            .add(" where deadline <= ? union select distinct cast(certifier as varchar(36))", last)
            .add(" from passage_deadline where deadline <= ? and certifier is not null", last)
            .column(em)
            .stream()
            .map(id -> new OrganisationId(SqlText.id(id)))
            .toList();
  }

  /** Holds everybody else off who would write to this organisation, until the transaction ends. */
  public void lock(OrganisationId organisation) {
    new SqlText()
        .add("select o.version from organisation o where o.id = ? for update", organisation.value())
        .column(em);
  }

  /** The day of the last mail about deadlines. */
  public Optional<LocalDate> lastTold(OrganisationId organisation) {
    return new SqlText()
            .add(
                "select sent_on from deadline_reminder where organisation = ?",
                organisation.value())
            .column(em)
            .stream()
            .map(SqlText::day)
            .findFirst();
  }

  /** From now on all of it was told that was noted by {@code then}. */
  public void told(OrganisationId organisation, Span span, Instant then) {
    UUID id = organisation.value();
    OffsetDateTime noted = then.atOffset(ZoneOffset.UTC);
    DeadlineOrder.hold(
        em,
        "deadline <= ? and noted_at <= ? and ((organisation = ? and sender_told = false)"
            + " or (certifier = ? and certifier_told = false))",
        span.last(),
        noted,
        id,
        id);
    new SqlText()
        .add("update passage_deadline set sender_told = true where deadline <= ?", span.last())
        .add(" and noted_at <= ? and organisation = ? and sender_told = false", noted, id)
        .change(em);
    new SqlText()
        .add("update passage_deadline set certifier_told = true where deadline <= ?", span.last())
        .add(" and noted_at <= ? and certifier = ? and certifier_told = false", noted, id)
        .change(em);
    new SqlText().add("delete from deadline_reminder where organisation = ?", id).change(em);
    new SqlText()
        .add(
            "insert into deadline_reminder (organisation, sent_on) values (?, ?)", id, span.today())
        .change(em);
  }

  /** How many press that no mail told this organisation of. */
  public long untold(OrganisationId organisation, Span span) {
    UUID id = organisation.value();
    return new SqlText()
        .add("select count(*) from passage_deadline where deadline <= ?", span.last())
        .add(" and ((organisation = ? and sender_told = false)", id)
        .add(" or (certifier = ? and organisation <> ? and certifier_told = false))", id, id)
        .number(em);
  }

  /** What presses and was noted by {@code then}, of each who declares, the earliest first. */
  public List<Pressing> pressing(OrganisationId organisation, Span span, Instant then) {
    return new SqlText()
            .add(
                "select p.issuer, o.name, sum(case when p.deadline < ? then 1 else 0 end),"
                    + " sum(case when p.deadline < ? then 0 else 1 end), min(p.deadline)",
                span.today(),
                span.today())
            .add(" from passage_deadline p join organisation o on o.id = p.organisation")
            .add(
                " where p.deadline <= ? and p.noted_at <= ?"
                    + " and (p.organisation = ? or p.certifier = ?)",
                span.last(),
                then.atOffset(ZoneOffset.UTC),
                organisation.value(),
                organisation.value())
            .add(" group by p.issuer, o.name order by 5, 1")
            .rows(em)
            .stream()
            .map(
                row ->
                    new Pressing(
                        new Matricule(SqlText.text(row[0])),
                        SqlText.text(row[1]),
                        SqlText.number(row[2]),
                        SqlText.number(row[3]),
                        SqlText.day(row[4])))
            .toList();
  }
}
