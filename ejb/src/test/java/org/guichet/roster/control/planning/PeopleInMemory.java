package org.guichet.roster.control.planning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.guichet.roster.entity.ChildLink;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RowRef;

/** People in maps; what a plan says is done to them when they are told to follow it. */
public final class PeopleInMemory implements KnownPeople, TakenLogins {
  private final PersonKeys keys = new PersonKeys();
  private final Map<UUID, KnownPerson> people = new LinkedHashMap<>();
  private final Map<String, List<UUID>> index = new HashMap<>();
  private final Set<String> logins = new HashSet<>();
  private long next = 1;

  @Override
  public Map<String, List<KnownPerson>> having(Collection<String> wanted) {
    Map<String, List<KnownPerson>> found = new HashMap<>();
    for (String key : wanted) {
      List<UUID> ids = index.get(key);
      if (ids != null) {
        found.put(key, ids.stream().map(people::get).toList());
      }
    }
    return found;
  }

  @Override
  public void each(Profile profile, Consumer<KnownPerson> person) {
    people.values().stream().filter(known -> known.profile() == profile).forEach(person);
  }

  @Override
  public Set<String> among(Collection<String> bases) {
    return logins;
  }

  public void takeLogin(String login) {
    logins.add(login);
  }

  public int size() {
    return people.size();
  }

  public void add(KnownPerson person) {
    people.put(person.id(), person);
    logins.add(person.login());
    for (String key : keys.of(person)) {
      List<UUID> ids = index.computeIfAbsent(key, k -> new ArrayList<>(1));
      if (!ids.contains(person.id())) {
        ids.add(person.id());
      }
    }
  }

  /** Does what a plan says. */
  public void follow(List<PlanRow> plan) {
    Map<RowRef, UUID> made = new HashMap<>();
    for (PlanRow row : plan) {
      RowRef primary = row.mergedInto();
      UUID id = primary == null ? row.person() : made.get(primary);
      if (id == null) {
        id = new UUID(7, next++);
      }
      made.put(row.read().ref(), id);
      switch (row.operation()) {
        case CREATE, CHANGE, UNCHANGED, MERGE -> write(row, id, made);
        case LEAVE -> add(leaving(Objects.requireNonNull(people.get(id))));
        default -> {
          // Not imported.
        }
      }
    }
  }

  private static KnownPerson leaving(KnownPerson person) {
    return new KnownPerson(
        person.id(),
        person.profile(),
        true,
        true,
        person.values(),
        person.classes(),
        person.children(),
        person.login());
  }

  private void write(PlanRow row, UUID id, Map<RowRef, UUID> made) {
    KnownPerson before = people.get(id);
    Map<RosterField, String> values = new HashMap<>(before == null ? Map.of() : before.values());
    Set<UUID> children = new HashSet<>(before == null ? Set.of() : before.children());
    if (row.operation() != Operation.MERGE) {
      values.putAll(row.read().values());
    }
    for (ChildLink child : row.children()) {
      UUID person = child.person();
      children.add(person == null ? made.get(child.row()) : person);
    }
    List<String> classes =
        row.read().classes().isEmpty() && before != null ? before.classes() : row.read().classes();
    String login = before == null ? row.login() : before.login();
    add(new KnownPerson(id, row.read().profile(), true, false, values, classes, children, login));
  }
}
