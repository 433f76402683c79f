package org.guichet.flux.register;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A register that is held in memory, and never changes: about 1 KB a person. */
public final class InMemoryHolderRegister implements HolderRegister {
  private final Map<String, List<RegisteredHolder>> byNames = new HashMap<>();
  private final Map<String, List<RegisteredHolder>> byUsageName = new HashMap<>();
  private final Map<String, List<RegisteredHolder>> byLastNameAndYear = new HashMap<>();
  private final Map<String, List<RegisteredHolder>> byFirstNameAndDay = new HashMap<>();

  /** People; one who is there twice with the same data counts once. */
  public InMemoryHolderRegister(Collection<RegisteredHolder> people) {
    for (RegisteredHolder person : new LinkedHashSet<>(people)) {
      String last = NameFolding.key(person.lastName());
      String first = NameFolding.key(person.firstName());
      add(byNames, names(last, first), person);
      if (person.usageName() != null) {
        add(byUsageName, names(NameFolding.key(person.usageName()), first), person);
      }
      add(byLastNameAndYear, last + '/' + person.birthYear(), person);
      add(
          byFirstNameAndDay,
          day(first, person.birthYear(), person.birthMonth(), person.birthDay()),
          person);
    }
  }

  @Override
  public Map<Sought, List<RegisteredHolder>> matching(Collection<Sought> sought) {
    Map<Sought, List<RegisteredHolder>> found = new HashMap<>();
    for (Sought one : sought) {
      List<RegisteredHolder> same = byNames.get(names(one.lastName(), one.firstName()));
      if (same != null) {
        found.put(one, same.stream().filter(person -> matches(one, person)).toList());
      }
    }
    return found;
  }

  private static boolean matches(Sought one, RegisteredHolder person) {
    return sameSex(one, person)
        && (person.birthYear() == null || person.birthYear() == one.birthYear());
  }

  private static boolean sameSex(Sought one, RegisteredHolder person) {
    return person.sex() == null || person.sex().equals(one.sex());
  }

  @Override
  public Map<Sought, List<RegisteredHolder>> near(Collection<Sought> sought) {
    Map<Sought, List<RegisteredHolder>> found = new HashMap<>();
    for (Sought one : sought) {
      found.put(one, near(one));
    }
    return found;
  }

  private List<RegisteredHolder> near(Sought one) {
    Set<RegisteredHolder> near = new LinkedHashSet<>();
    Predicate<RegisteredHolder> other = person -> !sameNames(one, person) || !matches(one, person);
    collect(byNames.get(names(one.lastName(), one.firstName())), other, near);
    collect(byNames.get(names(one.firstName(), one.lastName())), other, near);
    collect(byUsageName.get(names(one.lastName(), one.firstName())), other, near);
    Predicate<RegisteredHolder> otherOfSex = other.and(person -> sameSex(one, person));
    if (one.birthMonth() != null && one.birthDay() != null) {
      String day = day(one.firstName(), one.birthYear(), one.birthMonth(), one.birthDay());
      collect(byFirstNameAndDay.get(day), otherOfSex, near);
    }
    collect(byLastNameAndYear.get(one.lastName() + '/' + one.birthYear()), otherOfSex, near);
    return List.copyOf(near);
  }

  private static boolean sameNames(Sought one, RegisteredHolder person) {
    return NameFolding.key(person.lastName()).equals(one.lastName())
        && NameFolding.key(person.firstName()).equals(one.firstName());
  }

  private static void collect(
      @Nullable List<RegisteredHolder> people,
      Predicate<RegisteredHolder> wanted,
      Set<RegisteredHolder> into) {
    if (people != null) {
      people.stream().filter(wanted).limit(Math.max(0, MOST_NEAR - into.size())).forEach(into::add);
    }
  }

  private static String names(String last, String first) {
    return last + '/' + first;
  }

  private static String day(
      String first, @Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
    return first + '/' + year + '/' + month + '/' + day;
  }

  private static void add(
      Map<String, List<RegisteredHolder>> index, String key, RegisteredHolder person) {
    Objects.requireNonNull(index.computeIfAbsent(key, k -> new ArrayList<>(1))).add(person);
  }
}
