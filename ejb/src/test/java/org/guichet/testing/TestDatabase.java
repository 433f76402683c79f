package org.guichet.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.guichet.platform.control.DatabaseSchema;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The real tables and the real mapping without a container: Flyway's scripts and EclipseLink on H2
 * in memory, or on PostgreSQL with {@code -Dguichet.pg=true}. One for all tests of a run; each test
 * finds its tables empty. Register it as an extension:
 *
 * <pre>{@code @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();}</pre>
 */
public final class TestDatabase implements BeforeEachCallback {
  private final DataSource dataSource;
  private final EntityManagerFactory factory;
  private static final ThreadLocal<@Nullable EntityManager> current = new ThreadLocal<>();

  private final EntityManager proxy;

  private TestDatabase(DataSource dataSource) {
    this.dataSource = dataSource;
    DatabaseSchema.bringUpToDate(dataSource);
    this.factory =
        Persistence.createEntityManagerFactory(
            "guichet",
            Map.of(
                "jakarta.persistence.transactionType", "RESOURCE_LOCAL",
                "jakarta.persistence.jtaDataSource", "",
                "jakarta.persistence.nonJtaDataSource", dataSource,
                "eclipselink.target-server", "None"));
    this.proxy = proxy(this::invoke);
  }

  public static TestDatabase shared() {
    return Holder.SHARED;
  }

  /** Whether the tests run on PostgreSQL. */
  public static boolean onPostgres() {
    return Boolean.getBoolean("guichet.pg");
  }

  /**
   * What the container would inject: in {@link #inTransaction} the one of the transaction, outside
   * a new one for each call.
   */
  public EntityManager entityManager() {
    return proxy;
  }

  public DataSource dataSource() {
    return dataSource;
  }

  /**
   * Runs {@code work} as the container runs a method that requires a transaction: joins the one of
   * this thread, else commits a new one, or rolls it back when anything is thrown.
   */
  public <T> T inTransaction(Callable<T> work) {
    if (current.get() != null) {
      return call(work);
    }
    return inNewTransaction(work);
  }

  public void inTransaction(Runnable work) {
    inTransaction(
        () -> {
          work.run();
          return true;
        });
  }

  /** Like {@link #inTransaction}, but suspends the transaction of this thread, if any. */
  public <T> T inNewTransaction(Callable<T> work) {
    EntityManager outer = current.get();
    EntityManager own = factory.createEntityManager();
    current.set(own);
    try {
      own.getTransaction().begin();
      T result = call(work);
      own.getTransaction().commit();
      return result;
    } finally {
      if (own.getTransaction().isActive()) {
        own.getTransaction().rollback();
      }
      own.close();
      if (outer == null) {
        current.remove();
      } else {
        current.set(outer);
      }
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) throws SQLException {
    wipe();
  }

  /** Empties every table but Flyway's own, and rows to lock that Flyway's scripts put there. */
  public void wipe() throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      List<String> tables = tables(connection);
      if (onPostgres()) {
        if (!tables.isEmpty()) {
          statement.execute("truncate table " + String.join(", ", tables) + " cascade");
        }
        return;
      }
      statement.execute("set referential_integrity false");
      for (String table : tables) {
        statement.execute("truncate table " + table);
      }
      statement.execute("set referential_integrity true");
    }
  }

  private static List<String> tables(Connection connection) throws SQLException {
    List<String> tables = new ArrayList<>();
    String schema = onPostgres() ? "public" : "PUBLIC";
    try (ResultSet rows =
        connection
            .getMetaData()
            .getTables(null, schema, "%", new String[] {"TABLE", "BASE TABLE"})) {
      while (rows.next()) {
        String name = rows.getString("TABLE_NAME");
        if (!name.startsWith("flyway_") && !name.equalsIgnoreCase("receipt_naming")) {
          tables.add('"' + name + '"');
        }
      }
    }
    return tables;
  }

  private Object invoke(Object self, java.lang.reflect.Method method, Object @Nullable [] arguments)
      throws Throwable {
    EntityManager bound = current.get();
    EntityManager target = bound == null ? factory.createEntityManager() : bound;
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause() == null ? e : e.getCause();
    }
  }

  private static EntityManager proxy(InvocationHandler handler) {
    return (EntityManager)
        Proxy.newProxyInstance(
            TestDatabase.class.getClassLoader(), new Class<?>[] {EntityManager.class}, handler);
  }

  private static <T> T call(Callable<T> work) {
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Made when the first test asks. */
  private static final class Holder {
    static final TestDatabase SHARED = new TestDatabase(onPostgres() ? postgres() : h2());

    private static DataSource h2() {
      String url = System.getProperty("guichet.h2", "jdbc:h2:mem:guichet;DB_CLOSE_DELAY=-1");
      return JdbcConnectionPool.create(url, "sa", "");
    }

    private static DataSource postgres() {
      try {
        EmbeddedPostgres postgres = EmbeddedPostgres.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
        PGSimpleDataSource at =
            (PGSimpleDataSource)
                postgres.getPostgresDatabase(
                    Map.of("stringtype", "unspecified", "reWriteBatchedInserts", "true"));
        PGConnectionPoolDataSource kept = new PGConnectionPoolDataSource();
        kept.setUrl(at.getUrl());
        kept.setUser(at.getUser());
        JdbcConnectionPool pool = JdbcConnectionPool.create(kept); // H2's serves any driver
        pool.setMaxConnections(50);
        return pool;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static void close(EmbeddedPostgres postgres) {
      try {
        postgres.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
