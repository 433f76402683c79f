package org.guichet.platform.control;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;

/** The tables that this version expects, as the scripts under {@code db/migration} make them. */
public final class DatabaseSchema {
  private DatabaseSchema() {}

  /** Applies what is missing; nothing when the tables are up to date. */
  public static MigrateResult bringUpToDate(DataSource dataSource) {
    // PostgreSQL finds beginnings by an index in this order only, whatever language it sorts in.
    boolean postgres = onPostgres(dataSource);
    String prefixes = postgres ? "varchar_pattern_ops" : "";
    String bytewise = postgres ? " collate \"C\"" : ""; // H2 always sorts so
    // The scripts lie beside this class, not where a thread's context class loader may look.
    return Flyway.configure(DatabaseSchema.class.getClassLoader())
        .dataSource(dataSource)
        .locations("classpath:db/migration")
        .placeholders(Map.of("prefixes", prefixes, "bytewise", bytewise))
        .load()
        .migrate();
  }

  private static boolean onPostgres(DataSource dataSource) {
    try (Connection connection = dataSource.getConnection()) {
      return onPostgres(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("The database doesn't say what it is", e);
    }
  }

  private static boolean onPostgres(Connection connection) throws SQLException {
    return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  /**
   * Settings of a PostgreSQL database with which it may forget, in a crash, what it had confirmed:
   * an OK wouldn't mean kept. None for another database.
   */
  public static List<String> forgetfulSettings(DataSource dataSource) throws SQLException {
    List<String> off = new ArrayList<>();
    try (Connection connection = dataSource.getConnection()) {
      if (onPostgres(connection)) {
        for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
          try (Statement statement = connection.createStatement();
              ResultSet value = statement.executeQuery("show " + setting)) {
            if (value.next() && value.getString(1).equals("off")) {
              off.add(setting);
            }
          }
        }
      }
    }
    return off;
  }
}
