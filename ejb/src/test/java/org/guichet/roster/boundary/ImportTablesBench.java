package org.guichet.roster.boundary;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
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
import org.guichet.roster.entity.RosterCode;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.postgresql.PGConnection;

/**
 * Drafts and applies a large import on tables, first and again, beside bare inserting of as many
 * rows of the same values (COPY on PostgreSQL), before and after each; {@code ./guichet bench
 * import}.
 */
public final class ImportTablesBench {
  private static final int TEACHERS = 5_000;
  private static final int AT_ONCE = 1_000;
  private static final int WARMING = 4_000;
  private static final int LOOK = 25;
  private static final int LOOKS = 7;
  private static final String LABEL = "CE1 classe 7";

  private final TestDatabase database = TestDatabase.shared();
  private final FakeClock clock = FakeClock.at("2026-02-01T12:00:00Z");
  private final ImportDesk desk;
  private final List<Path> files;
  private final int people;
  private final String name;
  private boolean loud = true;

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
    ImportTablesBench warming =
        new ImportTablesBench(Files.createTempDirectory("guichet-bench"), WARMING);
    warming.loud = false;
    warming.all();
    new ImportTablesBench(Files.createTempDirectory("guichet-bench"), pupils).all();
  }

  private void all() throws IOException, SQLException {
    run("first", Operation.CREATE);
    run("again", Operation.UNCHANGED);
  }

  private void run(String which, Operation wanted) throws IOException, SQLException {
    UUID id = desk.begin();
    Profile[] profiles = {Profile.PUPIL, Profile.PARENT, Profile.TEACHER};
    for (int i = 0; i < profiles.length; i++) {
      Profile profile = profiles[i];
      try (InputStream in = Files.newInputStream(files.get(i))) {
        desk.in(() -> desk.drafts().add(desk.chief, id, profile, profile + ".csv", in));
      }
    }
    Cost before = bare();
    Cost draft = cost(() -> desk.plan(id));
    Cost between = bare();
    PlanSummary summary = desk.find(id).summary().orElseThrow();
    if (summary.count(wanted) != people) {
      throw new IllegalStateException("the plan was wrong: " + summary.operations());
    }
    looks(which, id, wanted);
    Cost apply = cost(() -> apply(id));
    Cost after = bare();
    clock.advance(Duration.ofMinutes(1));
    report("import.draft." + which, draft, before.and(between));
    report("import.apply." + which, apply, between.and(after));
  }

  /** What opening the report asks for, filtered in each way it offers; each look is its own. */
  private void looks(String which, UUID id, Operation wanted) {
    int all = people;
    int parents = (people - TEACHERS) / 5 * 3;
    PlanQuery parent = narrowed("", Optional.of(Profile.PARENT), Optional.of(wanted), "", 0);
    look(which, "all.first-page", () -> rows(id, PlanQuery.all(at(0)), all));
    look(which, "all.last-page", () -> rows(id, PlanQuery.all(at(all - LOOK)), all));
    look(which, "parents.first-page", () -> rows(id, parent, parents));
    look(which, "parents.last-page", () -> rows(id, narrowed(parent, at(parents - LOOK)), parents));
    look(which, "operation", () -> rows(id, narrowed(parent, Optional.empty()), all));
    look(
        which,
        "class",
        () -> rows(id, narrowed("", Optional.empty(), Optional.empty(), LABEL, 0), -1));
    look(which, "cause", () -> rows(id, caused(RosterCode.CHILD_NOT_FOUND), 0));
    for (String typed : List.of("dupreab", "camille du", "du", "zzz")) {
      PlanQuery query = narrowed(typed, Optional.of(Profile.PARENT), Optional.of(wanted), "", 0);
      look(which, "name." + typed.replace(' ', '-'), () -> rows(id, query, -1));
      look(
          which,
          "name-alone." + typed.replace(' ', '-'),
          () -> rows(id, narrowed(typed, Optional.empty(), Optional.empty(), "", 0), -1));
    }
    look(which, "classes", () -> desk.labels(id));
    look(which, "import", () -> desk.find(id));
  }

  private static PageRequest at(int first) {
    return new PageRequest(first, LOOK);
  }

  private static PlanQuery narrowed(
      String typed,
      Optional<Profile> profile,
      Optional<Operation> operation,
      String label,
      int first) {
    return new PlanQuery(typed, profile, operation, label, Optional.empty(), at(first));
  }

  private static PlanQuery narrowed(PlanQuery query, PageRequest page) {
    return new PlanQuery("", query.profile(), query.operation(), "", Optional.empty(), page);
  }

  private static PlanQuery narrowed(PlanQuery query, Optional<Profile> profile) {
    return new PlanQuery("", profile, query.operation(), "", Optional.empty(), query.page());
  }

  private static PlanQuery caused(RosterCode code) {
    return new PlanQuery("", Optional.empty(), Optional.empty(), "", Optional.of(code), at(0));
  }

  private void rows(UUID id, PlanQuery query, int expected) {
    long total = desk.rows(id, query).total();
    if (expected >= 0 && total != expected) {
      throw new IllegalStateException(total + " rows, not " + expected + ": " + query);
    }
  }

  private void look(String which, String what, Runnable look) {
    double[] seconds = new double[LOOKS];
    for (int i = 0; i < LOOKS; i++) {
      seconds[i] = cost(look).seconds;
    }
    double first = seconds[0];
    Arrays.sort(seconds);
    if (loud) {
      System.out.printf(
          Locale.ROOT,
          "import.page.%s.%s.%s seconds=%.3f first=%.3f max=%.3f n=%d%n",
          which,
          what,
          name,
          seconds[LOOKS / 2],
          first,
          seconds[LOOKS - 1],
          LOOKS);
    }
  }

  private void apply(UUID id) {
    ApplyOutcome outcome = desk.apply(id, "");
    if (outcome != ApplyOutcome.STARTED || desk.find(id).state() != ImportState.APPLIED) {
      throw new IllegalStateException("not applied: " + outcome + " " + desk.find(id).state());
    }
  }

  private void report(String what, Cost ours, Cost peer) {
    if (loud) {
      System.out.printf(
          Locale.ROOT,
          "%s.%s ratio=%.2f ours=%.2fs peer=%.2fs heap=%dMB%n"
              + "%s.%s.processor ratio=%.2f ours=%.2fs peer=%.2fs database=%.2fs%n",
          what,
          name,
          ours.seconds / peer.seconds,
          ours.seconds,
          peer.seconds,
          (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
          what,
          name,
          ours.processor / peer.processor,
          ours.processor,
          peer.processor,
          ours.database);
    }
  }

  /** By the clock, and of the processors: ours and the database's. */
  private record Cost(double seconds, double processor, double database) {
    Cost and(Cost other) {
      return new Cost(
          (seconds + other.seconds) / 2,
          (processor + other.processor) / 2,
          (database + other.database) / 2);
    }
  }

  private Cost cost(Runnable work) {
    double processor = processor();
    double database = database();
    long begun = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    double behind = database() - database;
    return new Cost(seconds, processor() - processor + behind, behind);
  }

  private static double processor() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
  }

  /** What PostgreSQL used for our connections, as long as they stay open; H2 is in our process. */
  private double database() {
    Duration used = Duration.ZERO;
    if (TestDatabase.onPostgres()) {
      try (Connection connection = database.dataSource().getConnection();
          Statement statement = connection.createStatement();
          ResultSet rows =
              statement.executeQuery(
                  "select pid from pg_stat_activity where backend_type = 'client backend'")) {
        while (rows.next()) {
          used =
              used.plus(
                  ProcessHandle.of(rows.getLong(1))
                      .flatMap(process -> process.info().totalCpuDuration())
                      .orElse(Duration.ZERO));
        }
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }
    return used.toMillis() / 1e3;
  }

  /** As many rows as the import has people, into a table without anything around it. */
  private Cost bare() throws SQLException {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "create table bare_person (id uuid primary key, last_name varchar(100),"
              + " first_name varchar(100), birth_date date, login varchar(130),"
              + " address varchar(255), school_class varchar(100))");
      connection.setAutoCommit(false);
      Cost cost =
          cost(
              () -> {
                try {
                  if (TestDatabase.onPostgres()) {
                    copy(connection);
                  } else {
                    insert(connection);
                  }
                  connection.commit();
                } catch (SQLException e) {
                  throw new IllegalStateException(e);
                }
              });
      statement.execute("drop table bare_person");
      connection.commit();
      return cost;
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
