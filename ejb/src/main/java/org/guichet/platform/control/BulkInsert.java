package org.guichet.platform.control;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Inserts rows by thousands over one connection. PostgreSQL gets a statement that takes each column
 * as an array: it is planned once, and a value costs no parameter. Other databases get a batch.
 */
public final class BulkInsert {
  private final Connection connection;
  private final boolean arrays;
  private final String sql;
  private final String[] types;
  private final List<@Nullable Object[]> rows = new ArrayList<>();

  /**
   * Prepares for rows of a table.
   *
   * @param table a constant of the code, as all of {@code columns}, never input
   * @param columns each with its type, such as {@code id uuid}
   */
  public BulkInsert(Connection connection, String table, String... columns) throws SQLException {
    this.connection = connection;
    arrays = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL");
    String[] names = new String[columns.length];
    types = new String[columns.length];
    for (int i = 0; i < columns.length; i++) {
      int blank = columns[i].indexOf(' ');
      names[i] = columns[i].substring(0, blank);
      types[i] = columns[i].substring(blank + 1);
    }
    sql =
        "insert into "
            + table
            + " ("
            + String.join(", ", names)
            + ")"
            + (arrays
                ? Arrays.stream(types)
                    .map(type -> "cast(? as " + type + "[])")
                    .collect(Collectors.joining(", ", " select * from unnest(", ")"))
                : " values (" + String.join(", ", Collections.nCopies(types.length, "?")) + ")");
  }

  /** Takes a row, in the order of the columns; nothing is written yet. */
  public void add(@Nullable Object... row) {
    if (row.length != types.length) {
      throw new IllegalArgumentException("A row of " + row.length + " for: " + sql);
    }
    rows.add(row);
  }

  /** Writes all rows that were taken. */
  public void execute() throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      if (arrays) {
        for (int column = 0; column < types.length; column++) {
          insert.setArray(column + 1, connection.createArrayOf(types[column], column(column)));
        }
        insert.executeUpdate();
      } else {
        for (@Nullable Object[] row : rows) {
          for (int column = 0; column < row.length; column++) {
            insert.setObject(column + 1, row[column]);
          }
          insert.addBatch();
        }
        insert.executeBatch();
      }
    }
    rows.clear();
  }

  private @Nullable Object[] column(int column) {
    @Nullable Object[] values = new Object[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = rows.get(i)[column];
    }
    return values;
  }
}
