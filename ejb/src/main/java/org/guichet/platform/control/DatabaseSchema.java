package org.guichet.platform.control;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The tables that this version expects, as the scripts under {@code db/migration} make them. */
public final class DatabaseSchema {
  private DatabaseSchema() {}

  /** Applies what is missing; nothing when the tables are up to date. */
  public static MigrateResult bringUpToDate(DataSource dataSource) {
    // The scripts lie beside this class, not where a thread's context class loader may look.
    return Flyway.configure(DatabaseSchema.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .load()
        .migrate();
  }
}
