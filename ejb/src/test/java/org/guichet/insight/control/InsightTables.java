package org.guichet.insight.control;

import java.time.Clock;
import org.guichet.platform.entity.Settings;
import org.guichet.testing.TestDatabase;

/** Puts the component's control together by hand, for tests of its boundaries. */
public final class InsightTables {
  private InsightTables() {}

  public static FactKeeping keeping(TestDatabase database, Settings settings, Clock clock) {
    FactKeeping keeping = new FactKeeping();
    keeping.em = database.entityManager();
    keeping.settings = settings;
    keeping.clock = clock;
    return keeping;
  }

  public static FigureTables figures(TestDatabase database) {
    FigureTables figures = new FigureTables();
    figures.em = database.entityManager();
    return figures;
  }

  public static DeadlineTables deadlines(TestDatabase database) {
    DeadlineTables deadlines = new DeadlineTables();
    deadlines.em = database.entityManager();
    return deadlines;
  }

  public static SilenceTables silences(TestDatabase database) {
    SilenceTables silences = new SilenceTables();
    silences.em = database.entityManager();
    return silences;
  }
}
