package org.guichet.roster.control.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.flux.register.NameFolding;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowRef;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept beside the rows of a plan finds the rows that going through all of them finds. */
class PlanIndexTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final int ROWS = 2_345;
  private static final UUID OWNER = new UUID(1, 1);
  private static final UUID PLAN = new UUID(1, 2);
  private static final UUID OTHER = new UUID(1, 3);
  private static final List<String> LABELS =
      List.of("CE1 A", "CE1 AB", "CE1", "Sœurs \"A\" \\ 100 %", "É_", "6e", "6E");
  private static final List<RosterCode> CODES =
      List.of(RosterCode.NAME_ODD, RosterCode.CHILD_NOT_FOUND, RosterCode.NOT_A_DATE);
  private static final List<String> NAMES =
      List.of("Martin", "D'Ormesson-Fictif", "Lecœur", "Éa", "Roy", "Van den Berg", "");

  private final Random random = new Random(45);
  private final Plans plans = new Plans(DATABASE.entityManager());

  private static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private PlannedRow row(long place) {
    Set<String> labels = new LinkedHashSet<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      labels.add(place % 50 < 40 ? LABELS.get((int) (place / 50 % 7)) : one(random, LABELS));
    }
    List<RosterFinding> findings = new ArrayList<>();
    for (int i = random.nextInt(10) - 7; i > 0; i--) {
      findings.add(RosterFinding.at(one(random, CODES), place + 2, "x"));
    }
    return new PlannedRow(
        place,
        new RowRef(1, place + 2),
        place < ROWS / 2 ? Profile.PUPIL : one(random, List.of(Profile.values())),
        one(random, List.of(Operation.values())),
        new UUID(2, place),
        null,
        false,
        "",
        Map.of(
            RosterField.LAST_NAME, one(random, NAMES), RosterField.FIRST_NAME, one(random, NAMES)),
        List.copyOf(labels),
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of(),
        findings);
  }

  private List<PlannedRow> planned(UUID plan) {
    List<PlannedRow> rows = new ArrayList<>();
    while (rows.size() < ROWS) {
      int first = rows.size();
      int next = Math.min(ROWS, first + 1 + random.nextInt(999));
      List<PlannedRow> batch = IntStream.range(first, next).mapToObj(this::row).toList();
      DATABASE.inTransaction(() -> plans.add(plan, OWNER, batch));
      rows.addAll(batch);
    }
    return rows;
  }

  private PlanQuery query(PageRequest page) {
    boolean byName = random.nextInt(3) == 0;
    String[] typed = {"mar", "d'orm fic", "OEUR", "ea roy", "e", "van berg", "zzz", "-", "%", "_"};
    return new PlanQuery(
        byName ? typed[random.nextInt(typed.length)] : "",
        Optional.of(one(random, List.of(Profile.values()))).filter(p -> random.nextBoolean()),
        Optional.of(one(random, List.of(Operation.values()))).filter(o -> random.nextBoolean()),
        random.nextInt(3) == 0 ? one(random, LABELS) : "",
        Optional.of(one(random, CODES)).filter(c -> random.nextInt(4) == 0),
        page);
  }

  private static boolean wanted(PlannedRow row, PlanQuery query) {
    String name =
        Stream.of(RosterField.LAST_NAME, RosterField.USAGE_NAME, RosterField.FIRST_NAME)
            .map(row::value)
            .collect(Collectors.joining(" "));
    String folded = Objects.requireNonNull(NameFolding.words(name));
    String[] words = Objects.requireNonNull(NameFolding.words(query.name())).split(" ", -1);
    return query.profile().map(row.profile()::equals).orElse(true)
        && query.operation().map(row.operation()::equals).orElse(true)
        && (query.label().isEmpty() || row.classes().contains(query.label()))
        && query
            .code()
            .map(code -> row.findings().stream().anyMatch(one -> one.code() == code))
            .orElse(true)
        && Stream.of(words).allMatch(folded::contains);
  }

  private void findsWhatIsThere(UUID plan, List<PlannedRow> rows) {
    for (int i = 0; i < 60; i++) {
      PlanQuery query = query(new PageRequest(random.nextInt(60), 1 + random.nextInt(40)));
      List<Long> expected =
          rows.stream().filter(row -> wanted(row, query)).map(PlannedRow::place).toList();

      Page<PlannedRow> page = DATABASE.inTransaction(() -> plans.page(plan, query));

      assertThat(page.total()).as("%s", query).isEqualTo(expected.size());
      assertThat(page.rows())
          .as("%s", query)
          .extracting(PlannedRow::place)
          .containsExactlyElementsOf(
              expected.stream().skip(query.page().first()).limit(query.page().size()).toList());
    }
    assertThat(DATABASE.inTransaction(() -> plans.labels(plan)))
        .containsExactlyElementsOf(
            rows.stream()
                .flatMap(row -> row.classes().stream())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void findsTheRowsThatGoingThroughAllFinds() {
    List<PlannedRow> other = planned(OTHER);
    List<PlannedRow> rows = planned(PLAN);

    findsWhatIsThere(PLAN, rows);
    findsWhatIsThere(OTHER, other);
  }

  @Test
  void knowsNothingOfAPlanThatIsNotThere() {
    PlanQuery all = PlanQuery.all(new PageRequest(0, 10));

    assertThat(DATABASE.inTransaction(() -> plans.page(PLAN, all)))
        .isEqualTo(new Page<>(List.of(), 0));
    assertThat(DATABASE.inTransaction(() -> plans.labels(PLAN))).isEmpty();
  }

  @Test
  void dividesABlockWhoseLabelsAreTooLong() {
    List<PlannedRow> rows = new ArrayList<>();
    for (int place = 0; place < 40; place++) {
      PlannedRow bare = row(place);
      List<String> labels =
          IntStream.range(0, 200)
              .mapToObj(i -> "C" + i + "-" + bare.place() + "x".repeat(240))
              .toList();
      rows.add(
          new PlannedRow(
              bare.place(),
              bare.ref(),
              bare.profile(),
              bare.operation(),
              bare.person(),
              null,
              false,
              "",
              bare.values(),
              labels,
              List.of(),
              List.of(),
              List.of(),
              null,
              List.of(),
              bare.findings()));
    }
    DATABASE.inTransaction(() -> plans.add(PLAN, OWNER, rows));

    findsWhatIsThere(PLAN, rows);
    PlannedRow last = rows.get(39);
    PlanQuery query =
        new PlanQuery(
            "",
            Optional.empty(),
            Optional.empty(),
            last.classes().get(7),
            Optional.empty(),
            new PageRequest(0, 10));
    assertThat(DATABASE.inTransaction(() -> plans.page(PLAN, query)).rows()).containsExactly(last);
  }

  @Test
  void forgetsTheNamesOfThoseWhoAreErased() {
    List<PlannedRow> rows = planned(PLAN);
    Set<Long> gone = new TreeSet<>();
    List<LeavingPeople.Leaver> leavers = new ArrayList<>();
    for (PlannedRow row : rows) {
      if (random.nextInt(20) == 0) {
        gone.add(row.place());
        leavers.add(
            new LeavingPeople.Leaver(
                Objects.requireNonNull(row.person()), new OrganisationId(OWNER), Optional.empty()));
      }
    }

    DATABASE.inTransaction(() -> new LeavingPeople(DATABASE.entityManager()).erase(leavers));

    PlanQuery query =
        new PlanQuery(
            "e", Optional.empty(), Optional.empty(), "", Optional.empty(), new PageRequest(0, 1));
    long left =
        rows.stream().filter(row -> wanted(row, query) && !gone.contains(row.place())).count();
    assertThat(DATABASE.inTransaction(() -> plans.page(PLAN, query)).total()).isEqualTo(left);
    PlanQuery all = PlanQuery.all(new PageRequest(0, 1));
    assertThat(DATABASE.inTransaction(() -> plans.page(PLAN, all)).total()).isEqualTo(ROWS);
  }

  /** Rows of drafts and reports that were there before are found as before. */
  @Test
  void findsTheRowsOfPlansThatWereMadeBefore() throws IOException, SQLException {
    List<PlannedRow> rows = planned(PLAN);
    List<PlannedRow> other = planned(OTHER);
    try (Connection connection = DATABASE.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema before_blocks");
      goTo(statement, "before_blocks");
      try {
        before(connection, statement, PLAN, rows);
        before(connection, statement, OTHER, other);
        for (String one : script("V45__report_blocks").split(";\n", -1)) {
          if (!one.isBlank()) {
            statement.execute(one);
          }
        }
        statement.execute("delete from public.roster_row_block");
        statement.execute(
            "insert into public.roster_row_block (plan, kind, first_place, body)"
                + " select plan, kind, first_place, body from before_blocks.roster_row_block");
      } finally {
        goTo(statement, "public");
        statement.execute("drop schema before_blocks cascade");
      }
    }

    findsWhatIsThere(PLAN, rows);
    findsWhatIsThere(OTHER, other);
  }

  private static void goTo(Statement statement, String schema) throws SQLException {
    statement.execute((TestDatabase.onPostgres() ? "set search_path to " : "set schema ") + schema);
  }

  private static String script(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            PlanIndexTest.class.getResourceAsStream("/db/migration/" + name + ".sql"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** As the version before kept them. */
  private static void before(
      Connection connection, Statement statement, UUID plan, List<PlannedRow> rows)
      throws SQLException {
    for (String table :
        List.of(
            "roster_row_filter (plan uuid not null, place bigint not null, profile varchar(16)"
                + " not null, operation varchar(16) not null, name_folded varchar(250) not null,"
                + " primary key (plan, place))",
            "roster_row_code (plan uuid not null, code varchar(40) not null, place bigint"
                + " not null, primary key (plan, code, place))",
            "roster_row_class (plan uuid not null, label varchar(255) not null, place bigint"
                + " not null, primary key (plan, label, place))")) {
      statement.execute("create table if not exists " + table);
    }
    for (PlannedRow row : rows) {
      String name = row.value(RosterField.LAST_NAME) + "  " + row.value(RosterField.FIRST_NAME);
      insert(
          connection,
          "roster_row_filter values (?, ?, ?, ?, ?)",
          plan,
          row.place(),
          row.profile().name(),
          row.operation().name(),
          Objects.requireNonNull(NameFolding.words(name)));
      for (String code :
          row.findings().stream().map(one -> one.code().name()).collect(Collectors.toSet())) {
        insert(connection, "roster_row_code values (?, ?, ?)", plan, code, row.place());
      }
      for (String label : row.classes()) {
        insert(connection, "roster_row_class values (?, ?, ?)", plan, label, row.place());
      }
    }
  }

  private static void insert(Connection connection, String into, Object... values)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement("insert into " + into)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      insert.executeUpdate();
    }
  }
}
