package org.guichet.insight.boundary;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.guichet.insight.control.FigureTables;
import org.guichet.insight.entity.Figures;
import org.guichet.insight.entity.Grain;
import org.guichet.insight.entity.PartFigures;
import org.guichet.insight.entity.PieceFigures;
import org.guichet.insight.entity.Split;
import org.guichet.insight.entity.StatisticsQuery;
import org.guichet.insight.entity.StatisticsView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;

/**
 * Counts what was dropped in a period, and what became of it: of an organisation what it dropped
 * and what was dropped for it, or everything for whoever may see all.
 */
@Stateless
@PermitAll // rights: Permissions, not the container
public class Statistics {
  @Inject FigureTables figures;
  @Inject Permissions permissions;

  public StatisticsView view(Caller caller, StatisticsQuery query) {
    Readers.permit(permissions, caller, query.reader());
    SortedMap<LocalDate, Figures> days = figures.days(query);
    Figures total = days.values().stream().reduce(Figures.NONE, Figures::plus);
    Grain grain = Grain.of(query.from(), query.until());
    return new StatisticsView(total, grain, trend(query, grain, days), figures.causes(query));
  }

  private static List<PieceFigures> trend(
      StatisticsQuery query, Grain grain, SortedMap<LocalDate, Figures> days) {
    SortedMap<LocalDate, Figures> pieces = new TreeMap<>();
    for (LocalDate begin = grain.begin(query.from());
        !begin.isAfter(query.until());
        begin = grain.next(begin)) {
      pieces.put(begin, Figures.NONE);
    }
    days.forEach((day, figures) -> pieces.merge(grain.begin(day), figures, Figures::plus));
    List<PieceFigures> trend = new ArrayList<>();
    pieces.forEach(
        (begin, figures) ->
            trend.add(
                new PieceFigures(begin.isBefore(query.from()) ? query.from() : begin, figures)));
    return trend;
  }

  /** The same figures, parted; the largest part first. */
  public List<PartFigures> parts(Caller caller, StatisticsQuery query, Split split) {
    Readers.permit(permissions, caller, query.reader());
    return figures.parts(query, split);
  }
}
