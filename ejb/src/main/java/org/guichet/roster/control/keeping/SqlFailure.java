package org.guichet.roster.control.keeping;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;

/** What databases say of a failure quotes people's values, and ends up in logs: it is left out. */
final class SqlFailure {
  private SqlFailure() {}

  static PersistenceException of(SQLException failure) {
    return new PersistenceException(
        "The database refused, SQL state " + failure.getSQLState() + "/" + failure.getErrorCode());
  }
}
