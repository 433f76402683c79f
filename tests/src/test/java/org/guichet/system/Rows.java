package org.guichet.system;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;

/** The database of a stopped server, to count in what no door shows, and to let time pass. */
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

  /** Two columns of text, by the first. */
  Map<String, String> pairs(String query) throws SQLException {
    Map<String, String> pairs = new HashMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      while (result.next()) {
        pairs.put(result.getString(1), result.getString(2));
      }
    }
    return pairs;
  }

  /** Changes rows, so that something is as if it had been done long ago; tells how many. */
  int change(String statement) throws SQLException {
    try (Statement prepared = connection.createStatement()) {
      return prepared.executeUpdate(statement);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
