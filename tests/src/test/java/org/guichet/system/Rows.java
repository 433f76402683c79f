package org.guichet.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The database of a stopped server, to count in what no door shows. */
final class Rows implements AutoCloseable {
  private final Connection connection;

  private Rows(Connection connection) {
    this.connection = connection;
  }

  static Rows of(RunningServer stopped) throws SQLException {
    return new Rows(
        DriverManager.getConnection(
            "jdbc:h2:async:" + stopped.data().resolve("db/guichet") + ";IFEXISTS=TRUE",
            "sa",
            "sa"));
  }

  int count(String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      result.next();
      return result.getInt(1);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
