package org.guichet.insight.control;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guichet.flux.FindingCode;
import org.guichet.insight.entity.CauseFigures;
import org.guichet.insight.entity.Figures;
import org.guichet.insight.entity.PartFigures;
import org.guichet.insight.entity.Split;
import org.guichet.insight.entity.StatisticsQuery;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * Figures from the tables {@code deposit_fact} and {@code deposit_cause}: a row for each deposit,
 * and one for each thing found in it; no query looks at passages.
 */
@Dependent
public class FigureTables {
  private static final String SUMS =
      " count(*), sum(case when f.refused then 1 else 0 end), sum(f.accepted), sum(f.rejected),"
          + " sum(coalesce(f.late, 0)), sum(case when f.late is null then 1 else 0 end) from ";
  private static final String OF_PERIOD =
      "select * from deposit_fact where action = 'CREATION' and received_on between ? and ?";
  private static final int SUM_COLUMNS = 6;

  @PersistenceContext EntityManager em;

  /** Those of the days on which anything was received. */
  public SortedMap<LocalDate, Figures> days(StatisticsQuery query) {
    SortedMap<LocalDate, Figures> days = new TreeMap<>();
    for (@Nullable Object[] row :
        facts(new SqlText().add("select f.received_on," + SUMS), query)
            .add(" group by f.received_on")
            .rows(em)) {
      days.put(SqlText.day(row[0]), figures(row, 1));
    }
    return days;
  }

  /** The largest first. */
  public List<PartFigures> parts(StatisticsQuery query, Split split) {
    return switch (split) {
      case DEPOSITOR -> organisations(query, "organisation");
      case CERTIFIER -> organisations(query, "certifier");
      case CONTRACT -> parts(query, "contract");
      case CHANNEL -> parts(query, "channel");
    };
  }

  private List<PartFigures> organisations(StatisticsQuery query, String column) {
    SqlText text = new SqlText().add("select o.matricule, o.name," + SUMS);
    return sorted(
        facts(text, query)
            .add(" left join organisation o on o.id = f." + column)
            .add(" group by o.matricule, o.name")
            .rows(em));
  }

  private List<PartFigures> parts(StatisticsQuery query, String column) {
    SqlText text = new SqlText().add("select f." + column + ", ''," + SUMS);
    return sorted(facts(text, query).add(" group by f." + column).rows(em));
  }

  private static List<PartFigures> sorted(List<@Nullable Object[]> rows) {
    return rows.stream()
        .map(row -> new PartFigures(SqlText.text(row[0]), SqlText.text(row[1]), figures(row, 2)))
        .sorted(
            Comparator.comparingLong((PartFigures part) -> part.figures().passages())
                .reversed()
                .thenComparing(PartFigures::key))
        .toList();
  }

  private static Figures figures(@Nullable Object[] row, int first) {
    long[] sums = new long[SUM_COLUMNS];
    for (int i = 0; i < sums.length; i++) {
      sums[i] = SqlText.number(row[first + i]);
    }
    return new Figures(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
  }

  /** What refuses passages, the most frequent first. */
  public List<CauseFigures> causes(StatisticsQuery query) {
    SqlText text = new SqlText().add("select f.code, sum(f.passages), count(*) from ");
    return of(
            text,
            query,
            "select code, passages from deposit_cause where received_on between ? and ?")
        .add(" group by f.code")
        .rows(em)
        .stream()
        .map(
            row ->
                new CauseFigures(
                    FindingCode.valueOf(SqlText.text(row[0])),
                    SqlText.number(row[1]),
                    SqlText.number(row[2])))
        .sorted(
            Comparator.comparingLong(CauseFigures::passages)
                .reversed()
                .thenComparing(cause -> cause.code().number()))
        .toList();
  }

  private static SqlText facts(SqlText text, StatisticsQuery query) {
    return of(text, query, OF_PERIOD);
  }

  /** Two ranges, each by an index; a condition with "or" would be by none. */
  private static SqlText of(SqlText text, StatisticsQuery query, String rows) {
    if (query.reader().isEmpty()) {
      return text.add("(" + rows + ") f", query.from(), query.until());
    }
    OrganisationId reader = query.reader().get();
    return text.add(
            "(" + rows + " and organisation = ? union all ",
            query.from(),
            query.until(),
            reader.value())
        .add(
            rows + " and certifier = ? and organisation <> ?) f",
            query.from(),
            query.until(),
            reader.value(),
            reader.value());
  }
}
