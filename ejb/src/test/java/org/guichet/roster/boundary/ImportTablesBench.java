package org.guichet.roster.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.control.planning.ImportBench;
import org.guichet.roster.entity.ApplyOutcome;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.Profile;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.postgresql.PGConnection;

/**
 * Drafts and applies a large import on tables, first and again, beside bare inserting of as many
 * rows of the same values (COPY on PostgreSQL); {@code ./guichet bench import}.
 */
public final class ImportTablesBench {
  private static final int TEACHERS = 5_000;
  private static final int AT_ONCE = 1_000;

  private final TestDatabase database = TestDatabase.shared();
  private final FakeClock clock = FakeClock.at("2026-02-01T12:00:00Z");
  private final ImportDesk desk;
  private final List<Path> files;
  private final int people;
  private final String name;

  private ImportTablesBench(Path data, int pupils) throws IOException, SQLException {
    database.wipe();
    desk = new ImportDesk(database, clock, data);
    files = ImportBench.write(data, pupils);
    people = pupils + pupils * 3 / 2 + TEACHERS;
    name = (TestDatabase.onPostgres() ? "postgresql" : "h2") + "." + pupils;
  }

  /** Argument: how many pupils. */
  public static void main(String[] arguments) throws IOException, SQLException {
    int pupils = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
    Path data = Files.createTempDirectory("guichet-bench");
    ImportTablesBench bench = new ImportTablesBench(data, pupils);
    double bare = bench.bare();
    bench.run("first", Operation.CREATE, bare);
    bench.run("again", Operation.UNCHANGED, bare);
  }

  private void run(String which, Operation wanted, double bare) throws IOException {
    UUID id = desk.begin();
    Profile[] profiles = {Profile.PUPIL, Profile.PARENT, Profile.TEACHER};
    for (int i = 0; i < profiles.length; i++) {
      Profile profile = profiles[i];
      try (InputStream in = Files.newInputStream(files.get(i))) {
        desk.in(() -> desk.drafts().add(desk.chief, id, profile, profile + ".csv", in));
      }
    }
    double draft = seconds(() -> desk.plan(id));
    PlanSummary summary = desk.find(id).summary().orElseThrow();
    if (summary.count(wanted) != people) {
      throw new IllegalStateException("the plan was wrong: " + summary.operations());
    }
    double page =
        seconds(
            () ->
                desk.rows(
                    id,
                    new PlanQuery(
                        "dupreab",
                        Optional.of(Profile.PARENT),
                        Optional.of(wanted),
                        "",
                        Optional.empty(),
                        new PageRequest(0, 50))));
    double apply = seconds(() -> apply(id));
    clock.advance(Duration.ofMinutes(1));
    report("import.draft." + which, draft, bare);
    report("import.apply." + which, apply, bare);
    System.out.printf(Locale.ROOT, "import.page.%s.%s seconds=%.3f%n", which, name, page);
  }

  private void apply(UUID id) {
    ApplyOutcome outcome = desk.apply(id, "");
    if (outcome != ApplyOutcome.STARTED || desk.find(id).state() != ImportState.APPLIED) {
      throw new IllegalStateException("not applied: " + outcome + " " + desk.find(id).state());
    }
  }

  private void report(String what, double ours, double bare) {
    System.out.printf(
        Locale.ROOT,
        "%s.%s ratio=%.2f ours=%.2fs peer=%.2fs heap=%dMB%n",
        what,
        name,
        ours / bare,
        ours,
        bare,
        (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20);
  }

  private static double seconds(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e9;
  }

  /** As many rows as the import has people, into a table without anything around it. */
  private double bare() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table bare_person (id uuid primary key, last_name varchar(100),"
              + " first_name varchar(100), birth_date date, login varchar(130),"
              + " address varchar(255), school_class varchar(100))");
      connection.setAutoCommit(false);
      long begun = System.nanoTime();
      if (TestDatabase.onPostgres()) {
        copy(connection);
      } else {
        insert(connection);
      }
      connection.commit();
      double seconds = (System.nanoTime() - begun) / 1e9;
      statement.execute("drop table bare_person");
      connection.commit();
      return seconds;
    }
  }

  private void copy(Connection connection) throws SQLException {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < people; i++) {
      rows.append(new UUID(1, i)).append("\tDUPRE").append(i).append("\tCamille\t2015-09-01\t");
      rows.append("camille.dupre").append(i).append("\t1 rue des Lilas\tCE1 classe 1\n");
    }
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("copy bare_person from stdin", new StringReader(rows.toString()));
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  private void insert(Connection connection) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into bare_person values (?, ?, ?, ?, ?, ?, ?)")) {
      for (int i = 0; i < people; i++) {
        insert.setObject(1, new UUID(1, i));
        insert.setString(2, "DUPRE" + i);
        insert.setString(3, "Camille");
        insert.setObject(4, LocalDate.of(2015, 9, 1));
        insert.setString(5, "camille.dupre" + i);
        insert.setString(6, "1 rue des Lilas");
        insert.setString(7, "CE1 classe 1");
        insert.addBatch();
        if (i % AT_ONCE == AT_ONCE - 1) {
          insert.executeBatch();
        }
      }
      insert.executeBatch();
    }
  }
}
