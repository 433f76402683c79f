package org.guichet.roster.control.keeping;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.guichet.flux.register.NameFolding;
import org.guichet.platform.control.BulkInsert;
import org.guichet.platform.control.SqlText;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.jspecify.annotations.Nullable;

/**
 * What the rows of plans are sought by. Plans don't change once they are written, so a block says
 * of a thousand rows at once which of them are pupils', come new or attend a class, and what they
 * are called; whoever seeks among hundreds of thousands of rows reads a few hundred texts.
 */
final class PlanIndex {
  private static final int LONGEST_FOLDED = 250;
  private static final int LONGEST_BODY = 1_000_000;
  private static final int AT_ONCE = 32;

  private final EntityManager em;

  PlanIndex(EntityManager em) {
    this.em = em;
  }

  /** What a block says of its rows. */
  private enum Kind {
    PROFILE,
    OPERATION,
    CODE,
    CLASS,
    NAME
  }

  /** Takes rows up that follow those before, in their order. */
  void add(Connection connection, UUID plan, Collection<PlannedRow> rows) throws SQLException {
    BulkInsert insert =
        new BulkInsert(
            connection,
            "roster_row_block",
            "plan uuid",
            "kind varchar",
            "first_place bigint",
            "body varchar");
    add(insert, plan, List.copyOf(rows));
    insert.execute();
  }

  /** As one block, or as two where there are more and longer labels than a text takes. */
  private static void add(BulkInsert insert, UUID plan, List<PlannedRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Map<Kind, String> bodies = bodies(rows);
    boolean fits = bodies.values().stream().allMatch(body -> body.length() <= LONGEST_BODY);
    if (fits || rows.size() == 1) {
      long first = rows.get(0).place();
      bodies.forEach((kind, body) -> insert.add(plan, kind.name(), first, body));
    } else {
      add(insert, plan, rows.subList(0, rows.size() / 2));
      add(insert, plan, rows.subList(rows.size() / 2, rows.size()));
    }
  }

  private static Map<Kind, String> bodies(List<PlannedRow> rows) {
    Map<Kind, Map<String, BitSet>> terms = new EnumMap<>(Kind.class);
    List<String> names = new ArrayList<>(rows.size());
    for (PlannedRow row : rows) {
      int at = names.size();
      if (row.place() != rows.get(0).place() + at) {
        throw new IllegalArgumentException("Places of a plan have no gaps: " + row.place());
      }
      names.add(folded(row));
      BiConsumer<Kind, String> has =
          (kind, term) ->
              terms
                  .computeIfAbsent(kind, k -> new TreeMap<>())
                  .computeIfAbsent(term, t -> new BitSet())
                  .set(at);
      has.accept(Kind.PROFILE, row.profile().name());
      has.accept(Kind.OPERATION, row.operation().name());
      row.findings().forEach(finding -> has.accept(Kind.CODE, finding.code().name()));
      row.classes().forEach(label -> has.accept(Kind.CLASS, BlockText.plain(label)));
    }
    Map<Kind, String> bodies = new EnumMap<>(Kind.class);
    terms.forEach((kind, having) -> bodies.put(kind, BlockText.terms(having)));
    bodies.put(Kind.NAME, BlockText.names(names));
    return bodies;
  }

  private static String folded(PlannedRow row) {
    String words =
        NameFolding.words(
            row.value(RosterField.LAST_NAME)
                + " "
                + row.value(RosterField.USAGE_NAME)
                + " "
                + row.value(RosterField.FIRST_NAME));
    String name = words == null ? "" : words;
    return name.length() <= LONGEST_FOLDED ? name : name.substring(0, LONGEST_FOLDED);
  }

  /** How many rows the plan has: those of the last block are counted. */
  int count(UUID plan) {
    long last =
        new SqlText()
            .add("select coalesce(max(first_place), -1) from roster_row_block")
            .add(" where plan = ? and kind = ?", plan, Kind.NAME.name())
            .number(em);
    long rest =
        new SqlText()
            .add("select count(*) from roster_row where plan = ? and place >= ?", plan, last)
            .number(em);
    return last < 0 ? 0 : Math.toIntExact(last + rest);
  }

  /** The places of rows of which this is found. */
  BitSet find(UUID plan, RosterCode code) {
    BitSet found = new BitSet();
    each(plan, Kind.CODE, (first, body) -> BlockText.having(body, code.name(), first, found));
    return found;
  }

  /** The places of those wanted. */
  BitSet find(UUID plan, PlanQuery query) {
    BitSet found = new BitSet();
    found.set(0, count(plan));
    narrow(found, plan, Kind.PROFILE, query.profile().map(Enum::name));
    narrow(found, plan, Kind.OPERATION, query.operation().map(Enum::name));
    narrow(found, plan, Kind.CODE, query.code().map(Enum::name));
    narrow(found, plan, Kind.CLASS, Optional.of(query.label()).filter(label -> !label.isEmpty()));
    String words = NameFolding.words(query.name());
    return words == null || words.isBlank() || found.isEmpty()
        ? found
        : named(plan, words.split(" ", -1), found);
  }

  private void narrow(BitSet found, UUID plan, Kind kind, Optional<String> term) {
    if (term.isPresent()) {
      BitSet having = new BitSet();
      String sought = BlockText.plain(term.get());
      each(plan, kind, (first, body) -> BlockText.having(body, sought, first, having));
      found.and(having);
    }
  }

  private BitSet named(UUID plan, String[] words, BitSet candidates) {
    BitSet found = new BitSet();
    each(
        plan, Kind.NAME, (first, body) -> BlockText.holding(body, words, first, candidates, found));
    return found;
  }

  /** The labels of the classes of its rows, in the order of letters. */
  List<String> labels(UUID plan) {
    TreeSet<String> labels = new TreeSet<>();
    each(plan, Kind.CLASS, (first, body) -> labels.addAll(BlockText.terms(body)));
    return List.copyOf(labels);
  }

  /** A few at a time, in the order of the key: a plan's names are some megabytes. */
  private void each(UUID plan, Kind kind, BiConsumer<Integer, String> block) {
    long last = -1;
    List<@Nullable Object[]> part;
    do {
      part =
          new SqlText()
              .add("select first_place, body from roster_row_block")
              .add(" where plan = ? and kind = ?", plan, kind.name())
              .add(" and first_place > ? order by plan, kind, first_place", last)
              .rows(em, 0, AT_ONCE);
      for (@Nullable Object[] row : part) {
        last = SqlText.number(row[0]);
        block.accept(Math.toIntExact(last), SqlText.text(row[1]));
      }
    } while (part.size() == AT_ONCE);
  }

  /** Forgets what some rows' people are called; their blocks stay locked until it is done. */
  void forgetNames(UUID plan, BitSet places) {
    List<Integer> firsts =
        new SqlText()
                .add(
                    "select first_place from roster_row_block where plan = ? and kind = ?",
                    plan,
                    Kind.NAME.name())
                .column(em)
                .stream()
                .map(first -> Math.toIntExact(SqlText.number(first)))
                .sorted()
                .toList();
    for (int i = 0; i < firsts.size(); i++) {
      int first = firsts.get(i);
      int end = i + 1 < firsts.size() ? firsts.get(i + 1) : Integer.MAX_VALUE;
      BitSet rows = places.get(first, Math.max(first, Math.min(end, places.length())));
      if (!rows.isEmpty()) {
        forgetNames(plan, first, rows);
      }
    }
  }

  private void forgetNames(UUID plan, long first, BitSet rows) {
    String block = " where plan = ? and kind = ? and first_place = ?";
    String kind = Kind.NAME.name();
    new SqlText()
        .add("select body from roster_row_block")
        .add(block + " for update", plan, kind, first)
        .column(em)
        .forEach(
            names ->
                new SqlText()
                    .add(
                        "update roster_row_block set body = ?",
                        BlockText.without(SqlText.text(names), rows))
                    .add(block, plan, kind, first)
                    .change(em));
  }
}
