package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.control.BulkInsert;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RowRef;
import org.jspecify.annotations.Nullable;

/** The rows of plans in the database. */
@Dependent
public class Plans {
  private static final List<String> ROWS =
      List.of("roster_row_block", "roster_row_named", "roster_login", "roster_row");
  private static final String COLUMNS =
      "select r.place, r.file, r.line, r.profile, r.operation, cast(r.person as varchar(36)),"
          + " r.login, r.body from roster_row r";
  private static final int RUNS = 50;
  private static final String[] ROW = {
    "plan uuid",
    "place bigint",
    "import uuid",
    "file integer",
    "line bigint",
    "profile varchar",
    "operation varchar",
    "person uuid",
    "login varchar",
    "body varchar"
  };

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public Plans() {}

  public Plans(EntityManager em) {
    this.em = em;
  }

  /** Keeps rows of a plan, many in one statement. */
  public void add(UUID plan, UUID owner, Collection<PlannedRow> rows) {
    Connection connection = em.unwrap(Connection.class);
    try {
      BulkInsert insert = new BulkInsert(connection, "roster_row", ROW);
      BulkInsert named =
          new BulkInsert(
              connection, "roster_row_named", "plan uuid", "place bigint", "person uuid");
      for (PlannedRow row : rows) {
        add(insert, plan, owner, row);
        row.named().forEach(person -> named.add(plan, row.place(), person));
      }
      insert.execute();
      named.execute();
      index().add(connection, plan, rows);
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  private static void add(BulkInsert insert, UUID plan, UUID owner, PlannedRow row) {
    insert.add(
        plan,
        row.place(),
        owner,
        row.ref().file(),
        row.ref().line(),
        row.profile().name(),
        row.operation().name(),
        row.person(),
        row.login(),
        PlanText.write(row));
  }

  private PlanIndex index() {
    return new PlanIndex(em);
  }

  /**
   * A part of those wanted, in the order of the plan. Places have no gaps: a part of all is a range
   * of the key, however far down it is.
   */
  public Page<PlannedRow> page(UUID plan, PlanQuery query) {
    PageRequest page = query.page();
    if (!query.isNarrow()) {
      return new Page<>(after(plan, page.first() - 1L, page.size()), index().count(plan));
    }
    BitSet found = index().find(plan, query);
    BitSet shown = new BitSet();
    found.stream().skip(page.first()).limit(page.size()).forEach(shown::set);
    return new Page<>(at(plan, shown), found.cardinality());
  }

  /**
   * Those that stand at these places, in the order of the plan. Run by run, each of which is a
   * range of the key for sure: joined with places, rows of the whole plan are gone through, on H2
   * and on a PostgreSQL that hasn't analysed them yet.
   */
  List<PlannedRow> at(UUID plan, BitSet places) {
    List<PlannedRow> rows = new ArrayList<>(places.cardinality());
    int from = places.nextSetBit(0);
    while (from >= 0) {
      SqlText text = new SqlText();
      String joint = "";
      for (int runs = 0; runs < RUNS && from >= 0; runs++) {
        int end = places.nextClearBit(from);
        text.add(joint + COLUMNS)
            .add(" where r.plan = ? and r.place >= ? and r.place < ?", plan, from, end);
        joint = " union all ";
        from = places.nextSetBit(end);
      }
      rows.addAll(rows(text.rows(em)));
    }
    rows.sort(Comparator.comparingLong(PlannedRow::place));
    return rows;
  }

  /**
   * Rows behind this place, in their order: to go through a whole plan. Places have no gaps, so
   * that a part is a range; a limit would have H2 sort all the rest each time.
   */
  public List<PlannedRow> after(UUID plan, long place, int most) {
    return rows(
        new SqlText()
            .add(COLUMNS)
            .add(
                " where r.plan = ? and r.place > ? and r.place <= ? order by r.plan, r.place",
                plan,
                place,
                place + most)
            .rows(em, 0, most));
  }

  /**
   * Rows of one operation behind this place, in their order, which is that of an index as a whole:
   * else a limit would have H2 sort all the rest each time.
   */
  public List<PlannedRow> after(UUID plan, Operation operation, long place, int most) {
    return rows(
        new SqlText()
            .add(COLUMNS)
            .add(
                " where r.plan = ? and r.operation = ? and r.place > ?"
                    + " order by r.plan, r.operation, r.place",
                plan,
                operation.name(),
                place)
            .rows(em, 0, most));
  }

  /** The row of the plan that stands there in a file. */
  public Optional<PlannedRow> at(UUID plan, RowRef ref) {
    return rows(
            new SqlText()
                .add(COLUMNS)
                .add(
                    " where r.plan = ? and r.file = ? and r.line = ?", plan, ref.file(), ref.line())
                .rows(em, 0, 1))
        .stream()
        .findFirst();
  }

  /** The labels of the classes of those whom the plan brings or keeps, in the order of letters. */
  public List<String> labels(UUID plan) {
    return index().labels(plan);
  }

  /** Whether somebody got one of the plan's new logins since it was made. */
  public boolean hasTakenLogin(UUID plan) {
    return new SqlText()
            .add(
                "select count(*) from roster_login r where r.plan = ?"
                    + " and ((select count(*) from account a where a.login = r.login) > 0"
                    + " or (select count(*) from person p where p.login = r.login) > 0)",
                plan)
            .number(em)
        > 0;
  }

  /** Forgets rows of plans of an import that count no more. */
  public void sweep(UUID owner, @Nullable UUID but) {
    Optional<UUID> plan = next(owner, new UUID(0, 0));
    while (plan.isPresent()) {
      UUID old = plan.get();
      if (!old.equals(but)) {
        for (String table : ROWS) {
          new SqlText().add("delete from " + table + " where plan = ?", old).change(em);
        }
      }
      plan = next(owner, old);
    }
  }

  /** From plan to plan by the index: a plan has too many rows to look at each. */
  private Optional<UUID> next(UUID owner, UUID behind) {
    return new SqlText()
            .add("select import, cast(plan as varchar(36)) from roster_row where import = ?", owner)
            .add(" and plan > ? order by import, plan", behind)
            .rows(em, 0, 1)
            .stream()
            .findFirst()
            .map(row -> SqlText.id(SqlText.text(row[1])));
  }

  /** What was done needs no logins kept for it. */
  public void release(UUID plan) {
    new SqlText().add("delete from roster_login where plan = ?", plan).change(em);
  }

  private static List<PlannedRow> rows(List<@Nullable Object[]> found) {
    List<PlannedRow> rows = new ArrayList<>(found.size());
    for (Object[] row : found) {
      String person = SqlText.text(row[5]);
      rows.add(
          PlanText.read(
              new PlanText.Columns(
                  SqlText.number(row[0]),
                  new RowRef((int) SqlText.number(row[1]), SqlText.number(row[2])),
                  Profile.valueOf(SqlText.text(row[3])),
                  Operation.valueOf(SqlText.text(row[4])),
                  person.isEmpty() ? null : SqlText.id(person),
                  SqlText.text(row[6])),
              SqlText.text(row[7])));
    }
    return rows;
  }
}
