package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.control.keeping.UndoBook.Change;
import org.guichet.roster.control.keeping.UndoBook.Kind;

/** Gives people and classes back what they had before an import, but for what changed since. */
@Dependent
public class Undoing {
  private static final int AT_ONCE = 1_000;

  @Inject People people;
  @Inject Classes classes;
  @Inject UndoBook book;

  /** For the container. */
  public Undoing() {}

  /** For whoever puts the desk together by hand. */
  public Undoing(People people, Classes classes, UndoBook book) {
    this.people = people;
    this.classes = classes;
    this.book = book;
  }

  /**
   * Undoes an import, in the transaction of the caller.
   *
   * @return how many people are as they were before
   */
  public long undo(Order order, Following.Progress progress) {
    return new Run(order, progress).undo();
  }

  /**
   * What is to be undone.
   *
   * @param owner the import
   * @param applied when it was done
   * @param today whoever left before and whose last day is over by now
   * @param lastDay may stay until then
   */
  public record Order(
      UUID owner,
      OrganisationId organisation,
      Instant applied,
      Instant now,
      LocalDate today,
      LocalDate lastDay) {}

  private final class Run {
    private final Order order;
    private final UUID owner;
    private final OrganisationId organisation;
    private final Instant now;
    private final Following.Progress progress;
    private final Map<String, UUID> labels;
    private final long expected;
    private long done;

    Run(Order order, Following.Progress progress) {
      this.order = order;
      owner = order.owner();
      organisation = order.organisation();
      now = order.now();
      this.progress = progress;
      labels = new HashMap<>(classes.all(organisation));
      expected = book.touched(owner);
    }

    /** Takes a part of the changes of one kind; returns how many people got back what they had. */
    @FunctionalInterface
    private interface Part {
      long take(List<Change> changes);
    }

    long undo() {
      each(Kind.CLASS_GONE, this::bringBackClasses);
      long reversed = each(Kind.CHANGED, this::giveBack);
      reversed += each(Kind.LEFT, this::giveBack);
      reversed += each(Kind.CREATED, this::erase);
      each(Kind.CLASS_MADE, this::removeClasses);
      return reversed;
    }

    private long each(Kind kind, Part part) {
      long last = -1;
      long reversed = 0;
      List<Change> changes = book.after(owner, kind, last, AT_ONCE);
      while (!changes.isEmpty()) {
        reversed += part.take(changes);
        last = changes.get(changes.size() - 1).place();
        done += changes.size();
        progress.at(Math.min(done, expected), expected);
        changes = book.after(owner, kind, last, AT_ONCE);
      }
      return reversed;
    }

    private long bringBackClasses(List<Change> changes) {
      for (Change change : changes) {
        String label = change.before();
        if (label != null && !labels.containsKey(label)) {
          classes.add(organisation, change.subject(), label, now);
          labels.put(label, change.subject());
        }
      }
      return 0;
    }

    private long giveBack(List<Change> changes) {
      Map<UUID, PersonState> there = untouched(changes);
      List<PersonState> back = new ArrayList<>();
      Map<UUID, Set<UUID>> children = new HashMap<>();
      for (Change change : changes) {
        if (there.containsKey(change.subject())) {
          PersonState before = withTime(change.person());
          back.add(before);
          children.put(change.subject(), new HashSet<>(before.person().children()));
        }
      }
      people.update(organisation, back, labels, now);
      people.unlink(children.keySet());
      Set<UUID> known = new HashSet<>();
      children.values().forEach(known::addAll);
      Set<UUID> still = people.load(known).keySet();
      children.values().forEach(ids -> ids.retainAll(still));
      people.link(children);
      return back.size();
    }

    /** Somebody who left before it, and would be erased at once. */
    private PersonState withTime(PersonState before) {
      LocalDate last = before.lastDay();
      return last != null && last.isBefore(order.today())
          ? new PersonState(before.person(), before.owner(), before.leftAt(), order.lastDay())
          : before;
    }

    private long erase(List<Change> changes) {
      Set<UUID> made = new HashSet<>(untouched(changes).keySet());
      made.removeAll(people.withAccount(made));
      people.erase(made);
      return made.size();
    }

    /** Those of the changes' people whom nobody has changed since. */
    private Map<UUID, PersonState> untouched(List<Change> changes) {
      Map<UUID, PersonState> there =
          new HashMap<>(people.load(changes.stream().map(Change::subject).toList()));
      there.values().removeIf(state -> !owner.equals(state.owner()));
      there.keySet().removeAll(people.namedSince(Set.copyOf(there.keySet()), order.applied()));
      return there;
    }

    private long removeClasses(List<Change> changes) {
      classes.remove(
          changes.stream()
              .map(Change::subject)
              .filter(id -> classes.members(id).isEmpty())
              .toList());
      return 0;
    }
  }
}
