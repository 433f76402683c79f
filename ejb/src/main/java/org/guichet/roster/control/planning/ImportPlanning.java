package org.guichet.roster.control.planning;

import java.io.IOException;
import java.time.LocalDate;
import org.guichet.roster.entity.PlanSummary;

/**
 * Works out what an import would do, row by row, and does nothing of it. The same files, wishes and
 * people make the same plan.
 */
public final class ImportPlanning {
  private final KnownPeople known;
  private final TakenLogins logins;
  private final LocalDate today;

  public ImportPlanning(KnownPeople known, TakenLogins logins, LocalDate today) {
    this.known = known;
    this.logins = logins;
    this.today = today;
  }

  /** Tells {@code sink} every row of the plan; returns the figures. */
  public PlanSummary plan(ImportRequest request, PlanSink sink) throws IOException {
    ImportRows rows = new ImportRows(request, today);
    PersonKeys keys = new PersonKeys();
    Census census = Census.take(rows, keys);
    sink.expects(census.rows());
    PlanInProgress plan = new PlanInProgress(request, known, logins, keys, census, sink);
    return plan.finish(rows.read(plan));
  }
}
