package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.entity.Mention;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.RosterField;
import org.jspecify.annotations.Nullable;

/**
 * What rows of plans and reports say of people who are gone: their own rows, their parents' rows,
 * and rows that might have been about them. Operations, codes and places stay, so that figures do.
 */
@Dependent
public class RowTraces {
  private static final String NOTHING = "{\"values\":{}}";
  private static final String NOBODY = "(select count(*) from person p where p.id = r.person) = 0";
  private static final int AT_ONCE = 500;

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public RowTraces() {}

  public RowTraces(EntityManager em) {
    this.em = em;
  }

  /**
   * Takes people out of all rows that know them.
   *
   * @return the plans whose rows these are
   */
  public Set<UUID> erase(Collection<UUID> people) {
    Object[] ids = people.toArray();
    String wanted = people.stream().map(id -> "?").collect(Collectors.joining(", "));
    Map<UUID, BitSet> own = new LinkedHashMap<>();
    for (Object[] row :
        new SqlText()
            .add("select cast(plan as varchar(36)), place from roster_row")
            .add(" where person in (" + wanted + ")", ids)
            .rows(em)) {
      own.computeIfAbsent(SqlText.id(SqlText.text(row[0])), plan -> new BitSet())
          .set(Math.toIntExact(SqlText.number(row[1])));
    }
    own.forEach(this::empty);
    Set<UUID> plans = new LinkedHashSet<>(own.keySet());
    Map<UUID, Map<Integer, Set<UUID>>> named = new HashMap<>();
    for (Object[] row :
        new SqlText()
            .add("select cast(plan as varchar(36)), place, cast(person as varchar(36))")
            .add(" from roster_row_named where person in (" + wanted + ")", ids)
            .rows(em)) {
      named
          .computeIfAbsent(SqlText.id(SqlText.text(row[0])), plan -> new HashMap<>())
          .computeIfAbsent(Math.toIntExact(SqlText.number(row[1])), place -> new HashSet<>())
          .add(SqlText.id(SqlText.text(row[2])));
    }
    named.forEach(this::takeOut);
    plans.addAll(named.keySet());
    new SqlText()
        .add("delete from roster_row_named where person in (" + wanted + ")", ids)
        .change(em);
    return plans;
  }

  /** Rows say no more than what was done with them. */
  private void empty(UUID plan, BitSet places) {
    new PlanIndex(em).forgetNames(plan, places);
    places.stream()
        .forEach(
            place -> {
              Object[] row = {plan, place};
              new SqlText()
                  .add("update roster_row set login = '', body = '" + NOTHING + "'")
                  .add(" where plan = ? and place = ?", row)
                  .change(em);
              new SqlText()
                  .add("delete from roster_row_named where plan = ? and place = ?", row)
                  .change(em);
            });
  }

  private void takeOut(UUID plan, Map<Integer, Set<UUID>> gone) {
    BitSet places = new BitSet();
    gone.keySet().forEach(places::set);
    BitSet emptied = new BitSet();
    for (PlannedRow row : new Plans(em).at(plan, places)) {
      int place = Math.toIntExact(row.place());
      Set<UUID> people = gone.getOrDefault(place, Set.of());
      boolean undecided = row.candidates().stream().anyMatch(one -> people.contains(one.person()));
      if (undecided && wasNobody(row)) {
        emptied.set(place); // it may well be the very person
      } else {
        keep(plan, row.without(people));
      }
    }
    empty(plan, emptied);
  }

  private static boolean wasNobody(PlannedRow row) {
    return row.operation() == Operation.ERROR || row.operation() == Operation.LEFT_OUT;
  }

  private void keep(UUID plan, PlannedRow row) {
    new SqlText()
        .add(
            "update roster_row set body = ? where plan = ? and place = ?",
            PlanText.write(row),
            plan,
            row.place())
        .change(em);
  }

  /**
   * Takes people out of rows that name them without knowing it: a child who wasn't found, a row
   * that was left out. Only of imports that ended and whose files are still there: a draft is read
   * from its files and goes with them, and of others {@link #settle} has done it.
   */
  public void eraseMentions(OrganisationId organisation, Collection<Mention> people) {
    Predicate<String> isGone = text -> people.stream().anyMatch(one -> one.isMeantBy(text));
    for (Object plan :
        new SqlText()
            .add("select cast(i.plan as varchar(36)) from roster_import i")
            .add(" where i.organisation = ? and i.plan is not null", organisation.value())
            .add(" and i.state in ('APPLIED', 'UNDOING', 'UNDONE') and i.files_gone_at is null")
            .column(em)) {
      UUID id = SqlText.id(plan);
      forgetChildren(id, isGone);
      for (Operation operation : List.of(Operation.ERROR, Operation.LEFT_OUT)) {
        emptyRows(id, operation, isGone);
      }
    }
  }

  private void emptyRows(UUID plan, Operation operation, Predicate<String> isGone) {
    Plans plans = new Plans(em);
    BitSet places = new BitSet();
    List<PlannedRow> part = plans.after(plan, operation, -1, AT_ONCE);
    while (!part.isEmpty()) {
      part.stream()
          .filter(row -> isGone.test(names(row)))
          .forEach(row -> places.set(Math.toIntExact(row.place())));
      part = plans.after(plan, operation, part.get(part.size() - 1).place(), AT_ONCE);
    }
    empty(plan, places);
  }

  private static String names(PlannedRow row) {
    return String.join(
        " ",
        row.value(RosterField.LAST_NAME),
        row.value(RosterField.USAGE_NAME),
        row.value(RosterField.FIRST_NAME));
  }

  /** Children whom parents' rows name and who aren't linked. */
  private void forgetChildren(UUID plan, Predicate<String> isGone) {
    BitSet left = new BitSet();
    PlannedRow.NOT_LINKED.forEach(code -> left.or(new PlanIndex(em).find(plan, code)));
    while (!left.isEmpty()) {
      BitSet part = new BitSet();
      left.stream().limit(AT_ONCE).forEach(part::set);
      for (PlannedRow row : new Plans(em).at(plan, part)) {
        PlannedRow without = row.withoutChildren(isGone);
        if (!without.equals(row)) {
          keep(plan, without);
        }
      }
      left.andNot(part);
    }
  }

  /**
   * An import can't be undone any more, and its files go: its rows keep the names of those who are
   * here because of it or still, and of nobody else. Who was left out, or came and was undone, is
   * nobody whom anything would erase later.
   */
  public void settle(UUID plan) {
    new SqlText()
        .add("delete from roster_row_named n where n.plan = ?", plan)
        .add(" and n.place in (select r.place from roster_row r where r.plan = ?", plan)
        .add(" and " + NOBODY + ")")
        .change(em);
    new PlanIndex(em).forgetNames(plan, nobodies(plan));
    new SqlText()
        .add("update roster_row r set login = '', body = '" + NOTHING + "' where r.plan = ?", plan)
        .add(" and " + NOBODY)
        .change(em);
    forgetChildren(plan, text -> true);
    forgetStrangers(plan);
  }

  /** The places of rows that are about nobody who is here. */
  private BitSet nobodies(UUID plan) {
    BitSet places = new BitSet();
    String behind =
        "select r.plan, r.place from roster_row r where r.plan = ? and r.place > ? and ";
    List<@Nullable Object[]> part;
    do {
      part =
          new SqlText()
              .add(behind + NOBODY + " order by r.plan, r.place", plan, places.length() - 1)
              .rows(em, 0, AT_ONCE);
      part.forEach(row -> places.set(Math.toIntExact(SqlText.number(row[1]))));
    } while (part.size() == AT_ONCE);
    return places;
  }

  /** Whom rows name and who isn't there, part by part. */
  private void forgetStrangers(UUID plan) {
    List<@Nullable Object[]> part = strangers(plan, Long.MAX_VALUE, AT_ONCE);
    while (!part.isEmpty()) {
      long last = SqlText.number(part.get(part.size() - 1)[0]);
      Map<Integer, Set<UUID>> gone = new HashMap<>();
      for (Object[] row : strangers(plan, last, Integer.MAX_VALUE)) { // the last row whole
        gone.computeIfAbsent(Math.toIntExact(SqlText.number(row[0])), place -> new HashSet<>())
            .add(SqlText.id(SqlText.text(row[1])));
      }
      takeOut(plan, gone);
      new SqlText()
          .add("delete from roster_row_named r where r.plan = ? and r.place <= ?", plan, last)
          .add(" and " + NOBODY)
          .change(em);
      part = strangers(plan, Long.MAX_VALUE, AT_ONCE);
    }
  }

  private List<@Nullable Object[]> strangers(UUID plan, long last, int most) {
    return new SqlText()
        .add("select r.place, cast(r.person as varchar(36)) from roster_row_named r")
        .add(" where r.plan = ? and r.place <= ? and " + NOBODY, plan, last)
        .add(" order by r.plan, r.place, r.person")
        .rows(em, 0, most);
  }
}
