package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.control.keeping.UndoBook.Change;
import org.guichet.roster.control.keeping.UndoBook.Kind;
import org.guichet.roster.entity.ClassFigures;
import org.guichet.roster.entity.FieldChange;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RowRef;
import org.jspecify.annotations.Nullable;

/** Does to people and classes what a plan says, and writes down what was there before. */
@Dependent
public class Following {
  private static final int AT_ONCE = 1_000;
  private static final int MADE_AT_ONCE = 5_000; // the more, the better their order serves indexes

  /**
   * What does anything, in an order in which children are there before their parents, and whoever a
   * merged row belongs to before it. Rows that do nothing aren't read.
   */
  private static final List<Operation> DOING =
      List.of(Operation.CREATE, Operation.CHANGE, Operation.LEAVE, Operation.MERGE);

  @Inject People people;
  @Inject Classes classes;
  @Inject Plans plans;
  @Inject UndoBook book;
  @Inject Supplier<UUID> ids;

  /** For the container. */
  public Following() {}

  /** For whoever puts the desk together by hand. */
  public Following(People people, Classes classes, Plans plans, UndoBook book, Supplier<UUID> ids) {
    this.people = people;
    this.classes = classes;
    this.plans = plans;
    this.book = book;
    this.ids = ids;
  }

  /**
   * What is to be followed.
   *
   * @param owner the import
   * @param plan its rows
   * @param lastDay of those who leave
   */
  public record Order(
      UUID owner,
      OrganisationId organisation,
      UUID plan,
      PlanSummary summary,
      Instant now,
      LocalDate lastDay) {}

  /** Is told how far the work is. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, long expected);
  }

  /** Follows all of the plan, in the transaction of the caller. */
  public void follow(Order order, Progress progress) {
    new Run(order, progress).follow();
  }

  private final class Run {
    private final Order order;
    private final Progress progress;
    private final long expected;
    private final Map<String, UUID> labels;
    private long written;
    private long done;

    Run(Order order, Progress progress) {
      this.order = order;
      this.progress = progress;
      expected = DOING.stream().mapToLong(order.summary()::count).sum();
      labels = new HashMap<>(classes.all(order.organisation()));
    }

    void follow() {
      DOING.forEach(this::follow);
      removeClasses();
    }

    /** Rows of one operation, in the order of the plan. */
    private void follow(Operation operation) {
      int left = order.summary().count(operation);
      long last = -1;
      while (left > 0) {
        int most = operation == Operation.CREATE ? MADE_AT_ONCE : AT_ONCE;
        List<PlannedRow> part = plans.after(order.plan(), operation, last, most);
        if (part.isEmpty()) {
          throw new IllegalStateException("The plan has fewer rows than it says");
        }
        follow(part);
        last = part.get(part.size() - 1).place();
        left -= part.size();
        done += part.size();
        progress.at(done, expected);
      }
    }

    /** Classes that these rows name and that aren't there yet. */
    private void makeClasses(List<PlannedRow> rows) {
      Map<UUID, String> made = new LinkedHashMap<>();
      for (PlannedRow row : rows) {
        boolean joins = row.operation() == Operation.CREATE || row.operation() == Operation.CHANGE;
        for (String label : joins ? row.classes() : List.<String>of()) {
          if (!labels.containsKey(label)) {
            UUID id = ids.get();
            labels.put(label, id);
            made.put(id, label);
          }
        }
      }
      if (!made.isEmpty()) {
        classes.add(order.organisation(), made, order.now());
        List<Change> changes = new ArrayList<>();
        made.forEach((id, label) -> changes.add(new Change(written++, Kind.CLASS_MADE, id, label)));
        book.add(order.owner(), changes);
      }
    }

    private void follow(List<PlannedRow> rows) {
      makeClasses(rows);
      List<PersonState> made = new ArrayList<>();
      List<PersonState> changed = new ArrayList<>();
      List<Change> before = new ArrayList<>();
      Map<UUID, PersonState> known = people.load(whom(rows));
      Map<UUID, Set<UUID>> children = new HashMap<>();
      for (PlannedRow row : rows) {
        UUID id = row.person();
        switch (row.operation()) {
          case CREATE -> {
            made.add(created(row));
            before.add(new Change(written++, Kind.CREATED, Objects.requireNonNull(id), null));
            add(children, id, row);
          }
          case CHANGE -> {
            PersonState state = there(known, id);
            before.add(Change.to(written++, Kind.CHANGED, state));
            changed.add(changed(state, row));
            add(children, id, row);
          }
          case LEAVE -> {
            PersonState state = there(known, id);
            before.add(Change.to(written++, Kind.LEFT, state));
            changed.add(
                new PersonState(state.person(), order.owner(), order.now(), order.lastDay()));
          }
          case MERGE, UNCHANGED, ERROR, LEFT_OUT -> {
            // Nothing of its own; children of merged rows follow once all others are there.
          }
        }
      }
      people.insert(order.organisation(), made, labels, order.now());
      people.update(order.organisation(), changed, labels, order.now());
      merge(rows, children, before);
      book.add(order.owner(), before);
      people.link(children);
    }

    private Set<UUID> whom(List<PlannedRow> rows) {
      Set<UUID> whom = new LinkedHashSet<>();
      rows.stream()
          .filter(row -> row.operation() == Operation.CHANGE || row.operation() == Operation.LEAVE)
          .map(PlannedRow::person)
          .filter(Objects::nonNull)
          .forEach(whom::add);
      return whom;
    }

    private PersonState there(Map<UUID, PersonState> known, @Nullable UUID id) {
      PersonState state = known.get(Objects.requireNonNull(id));
      if (state == null) {
        throw new IllegalStateException("The plan changes somebody who is gone: " + id);
      }
      return state;
    }

    private PersonState created(PlannedRow row) {
      KnownPerson person =
          new KnownPerson(
              Objects.requireNonNull(row.person()),
              row.profile(),
              true,
              false,
              row.values(),
              row.classes(),
              Set.of(),
              row.login());
      return new PersonState(person, order.owner(), null, null);
    }

    private PersonState changed(PersonState state, PlannedRow row) {
      Map<RosterField, String> values = new EnumMap<>(RosterField.class);
      values.putAll(state.person().values());
      boolean otherClasses = false;
      for (FieldChange change : row.changes()) {
        otherClasses |= change.field() == RosterField.CLASS;
        if (change.field() != RosterField.CLASS && !change.field().isOfChild()) {
          values.put(change.field(), change.after());
        }
      }
      KnownPerson before = state.person();
      KnownPerson after =
          new KnownPerson(
              before.id(),
              before.profile(),
              before.imported(),
              before.leaving() && !row.returning(),
              values,
              otherClasses ? row.classes() : before.classes(),
              before.children(),
              before.login());
      return new PersonState(
          after,
          order.owner(),
          row.returning() ? null : state.leftAt(),
          row.returning() ? null : state.lastDay());
    }

    private static void add(Map<UUID, Set<UUID>> children, @Nullable UUID parent, PlannedRow row) {
      if (!row.childIds().isEmpty()) {
        children
            .computeIfAbsent(Objects.requireNonNull(parent), id -> new HashSet<>())
            .addAll(row.childIds());
      }
    }

    /** Children of rows that say somebody twice go to the person of the first row. */
    private void merge(List<PlannedRow> rows, Map<UUID, Set<UUID>> children, List<Change> before) {
      Map<UUID, PlannedRow> merged = new HashMap<>();
      for (PlannedRow row : rows) {
        RowRef first = row.mergedInto();
        if (row.operation() == Operation.MERGE && first != null && !row.childIds().isEmpty()) {
          plans
              .at(order.plan(), first)
              .map(PlannedRow::person)
              .ifPresent(
                  id -> {
                    add(children, id, row);
                    merged.put(id, row);
                  });
        }
      }
      List<PersonState> marked = new ArrayList<>();
      people
          .load(merged.keySet())
          .values()
          .forEach(
              state -> {
                boolean more =
                    !state
                        .person()
                        .children()
                        .containsAll(children.getOrDefault(state.person().id(), Set.of()));
                if (more && !order.owner().equals(state.owner())) {
                  before.add(Change.to(written++, Kind.CHANGED, state));
                  marked.add(
                      new PersonState(
                          state.person(), order.owner(), state.leftAt(), state.lastDay()));
                }
              });
      people.update(order.organisation(), marked, labels, order.now());
    }

    /** Classes that go with the school year. */
    private void removeClasses() {
      for (ClassFigures figures : order.summary().classes()) {
        UUID id = figures.goes() ? labels.get(figures.label()) : null;
        if (id != null) {
          empty(id, figures.label());
          book.add(
              order.owner(), List.of(new Change(written++, Kind.CLASS_GONE, id, figures.label())));
          classes.remove(List.of(id));
        }
      }
    }

    private void empty(UUID id, String label) {
      List<UUID> members = classes.members(id);
      for (int first = 0; first < members.size(); first += AT_ONCE) {
        List<UUID> part = members.subList(first, Math.min(members.size(), first + AT_ONCE));
        List<Change> before = new ArrayList<>();
        List<PersonState> without = new ArrayList<>();
        people
            .load(part)
            .values()
            .forEach(
                state -> {
                  if (!order.owner().equals(state.owner())) {
                    before.add(Change.to(written++, Kind.CHANGED, state));
                  }
                  without.add(without(state, label));
                });
        book.add(order.owner(), before);
        people.update(order.organisation(), without, labels, order.now());
      }
    }

    private PersonState without(PersonState state, String label) {
      KnownPerson person = state.person();
      return new PersonState(
          new KnownPerson(
              person.id(),
              person.profile(),
              person.imported(),
              person.leaving(),
              person.values(),
              person.classes().stream().filter(one -> !one.equals(label)).toList(),
              person.children(),
              person.login()),
          order.owner(),
          state.leftAt(),
          state.lastDay());
    }
  }
}
