package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.platform.control.BulkInsert;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.control.planning.KeyDigest;
import org.guichet.roster.control.planning.PersonKeys;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Profile;
import org.jspecify.annotations.Nullable;

/** People in the database, read and written by hundreds: an import has hundreds of thousands. */
@Dependent
public class People {
  /**
   * A table to join: with {@code any}, H2 would go through all rows. Whatever may be there several
   * times for one of those wanted is asked for by a subquery: joined to a table that was just
   * filled, PostgreSQL would sort all of it each time.
   */
  static final String WANTED = "unnest(cast(? as uuid array)) w (wanted)";

  /** What goes with somebody, and then they. */
  static final List<String> HANGING =
      List.of(
          "delete from person_key where person",
          "delete from person_class where person",
          "delete from person_child where parent",
          "delete from person_child where child",
          "delete from person where id");

  private static final String[] ROW =
      Stream.concat(
              PersonRow.COLUMNS.stream(),
              Stream.of(
                  "id uuid",
                  "organisation uuid",
                  "login varchar",
                  "created_at timestamptz",
                  "version bigint"))
          .toArray(String[]::new);
  private static final String UPDATE =
      "update person set "
          + PersonRow.COLUMNS.stream()
              .map(column -> column.substring(0, column.indexOf(' ')) + " = ?, ")
              .collect(Collectors.joining())
          + "version = version + 1 where id = ?";

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  private final PersonKeys keys = new PersonKeys();

  /** For the container, which brings the entity manager. */
  public People() {}

  public People(EntityManager em) {
    this.em = em;
  }

  /** Work with the transaction's connection. */
  @FunctionalInterface
  private interface Work<T> {
    T with(Connection connection) throws SQLException;
  }

  private <T> T on(Work<T> work) {
    try {
      return work.with(em.unwrap(Connection.class));
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** Who is found under keys of {@link PersonKeys#of}; nothing for keys that nobody has. */
  public Map<String, List<KnownPerson>> having(
      OrganisationId organisation, Collection<String> wanted) {
    Map<Long, List<String>> byDigest = new HashMap<>();
    wanted.forEach(
        key -> byDigest.computeIfAbsent(KeyDigest.of(key), digest -> new ArrayList<>(1)).add(key));
    Map<String, Set<UUID>> found = new HashMap<>();
    on(
        connection -> {
          String sql =
              "select wanted, (select array_agg(k.person) from person_key k"
                  + " where k.organisation = ? and k.digest = wanted)"
                  + " from unnest(cast(? as bigint array)) w (wanted)";
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, organisation.value());
            select.setArray(2, connection.createArrayOf("bigint", byDigest.keySet().toArray()));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                List<UUID> persons = PersonRow.ids(rows.getArray(2));
                if (!persons.isEmpty()) {
                  byDigest
                      .getOrDefault(rows.getLong(1), List.of())
                      .forEach(
                          key -> found.computeIfAbsent(key, k -> new HashSet<>(2)).addAll(persons));
                }
              }
            }
          }
          return found;
        });
    Set<UUID> ids = new HashSet<>();
    found.values().forEach(ids::addAll);
    Map<UUID, PersonState> people = load(ids);
    Map<String, List<KnownPerson>> result = new HashMap<>();
    found.forEach(
        (key, persons) ->
            result.put(
                key, persons.stream().sorted().map(people::get).map(PersonState::person).toList()));
    return result;
  }

  /** Those of these ids who are there. */
  public Map<UUID, PersonState> load(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    return on(
        connection -> {
          Map<UUID, PersonState> people = new LinkedHashMap<>();
          try (PreparedStatement select = connection.prepareStatement(PersonRow.READ)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                PersonState state = PersonRow.read(rows);
                people.put(state.person().id(), state);
              }
            }
          }
          return people;
        });
  }

  /** Takes a row of two columns. */
  @FunctionalInterface
  private interface Pair {
    void take(ResultSet row) throws SQLException;
  }

  private static void pairs(Connection connection, String sql, Array wanted, Pair pair)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setArray(1, wanted);
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          pair.take(rows);
        }
      }
    }
  }

  /**
   * A part of an organisation's people of one profile, to go through all of them.
   *
   * @param behind the last one of the part before; null for the first part
   */
  public List<PersonState> part(
      OrganisationId organisation, Profile profile, @Nullable KnownPerson behind, int most) {
    List<UUID> ids =
        on(
            connection -> {
              String from = behind == null ? "" : " and (name_folded, id) > (?, ?)";
              String sql =
                  "select id from person where organisation = ? and profile = ?"
                      + from
                      + " order by name_folded, id fetch first "
                      + most
                      + " rows only";
              List<UUID> part = new ArrayList<>();
              try (PreparedStatement select = connection.prepareStatement(sql)) {
                select.setObject(1, organisation.value());
                select.setString(2, profile.name());
                if (behind != null) {
                  select.setString(3, PersonRow.folded(behind));
                  select.setObject(4, behind.id());
                }
                try (ResultSet rows = select.executeQuery()) {
                  while (rows.next()) {
                    part.add(rows.getObject(1, UUID.class));
                  }
                }
              }
              return part;
            });
    Map<UUID, PersonState> people = load(ids);
    return ids.stream().map(people::get).filter(Objects::nonNull).toList();
  }

  /**
   * Makes people who aren't there yet, with their classes; children come by {@link #link}.
   *
   * @param classes ids, by label
   */
  public void insert(
      OrganisationId organisation,
      Collection<PersonState> people,
      Map<String, UUID> classes,
      Instant now) {
    on(
        connection -> {
          BulkInsert insert = new BulkInsert(connection, "person", ROW);
          List<@Nullable Object[]> rows = new ArrayList<>(people.size());
          for (PersonState state : people) {
            KnownPerson person = state.person();
            rows.add(
                PersonRow.values(
                    state,
                    now,
                    person.id(),
                    organisation.value(),
                    person.login(),
                    now.atOffset(ZoneOffset.UTC),
                    1L));
          }
          rows.sort(Comparator.comparing(PersonRow::name)); // as most indexes have them
          rows.forEach(insert::add);
          insert.execute();
          addKeysAndClasses(connection, organisation, people, classes);
          return people;
        });
  }

  /** Has people be what these say, classes too; children stay. */
  public void update(
      OrganisationId organisation,
      Collection<PersonState> people,
      Map<String, UUID> classes,
      Instant now) {
    if (people.isEmpty()) {
      return;
    }
    on(
        connection -> {
          try (PreparedStatement update = connection.prepareStatement(UPDATE)) {
            for (PersonState state : people) {
              @Nullable Object[] values = PersonRow.values(state, now, state.person().id());
              for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
              }
              update.addBatch();
            }
            update.executeBatch();
          }
          Array ids =
              connection.createArrayOf(
                  "uuid", people.stream().map(state -> state.person().id()).toArray());
          delete(
              connection,
              "delete from person_key where person in (select wanted from " + WANTED + ")",
              ids);
          delete(
              connection,
              "delete from person_class where person in (select wanted from " + WANTED + ")",
              ids);
          addKeysAndClasses(connection, organisation, people, classes);
          return people;
        });
  }

  private void addKeysAndClasses(
      Connection connection,
      OrganisationId organisation,
      Collection<PersonState> people,
      Map<String, UUID> classes)
      throws SQLException {
    BulkInsert key =
        new BulkInsert(
            connection, "person_key", "organisation uuid", "digest bigint", "person uuid");
    BulkInsert member =
        new BulkInsert(connection, "person_class", "person uuid", "school_class uuid");
    List<Key> digests = new ArrayList<>(people.size() * 3);
    for (PersonState state : people) {
      KnownPerson person = state.person();
      keys.of(person).stream()
          .map(KeyDigest::of)
          .distinct()
          .forEach(digest -> digests.add(new Key(digest, person.id())));
      person.classes().stream()
          .map(classes::get)
          .filter(Objects::nonNull)
          .distinct()
          .forEach(id -> member.add(person.id(), id));
    }
    digests.sort(Comparator.comparingLong(Key::digest)); // neighbours go into one page of the index
    digests.forEach(one -> key.add(organisation.value(), one.digest(), one.person()));
    key.execute();
    member.execute();
  }

  /** What somebody is found under. */
  private record Key(long digest, UUID person) {}

  /** Adds children to parents; links that are there stay, and nobody is linked who is gone. */
  public void link(Map<UUID, Set<UUID>> childrenByParent) {
    if (childrenByParent.isEmpty()) {
      return;
    }
    on(
        connection -> {
          Map<UUID, Set<UUID>> there = new HashMap<>();
          pairs(
              connection,
              "select wanted, (select array_agg(child) from person_child where parent = wanted)"
                  + " from "
                  + WANTED,
              connection.createArrayOf("uuid", childrenByParent.keySet().toArray()),
              rows ->
                  there.put(
                      rows.getObject(1, UUID.class),
                      new HashSet<>(PersonRow.ids(rows.getArray(2)))));
          Set<UUID> wanted = new HashSet<>();
          childrenByParent.values().forEach(wanted::addAll);
          Set<UUID> known = new HashSet<>();
          pairs(
              connection,
              "select id from " + WANTED + " join person on id = wanted",
              connection.createArrayOf("uuid", wanted.toArray()),
              rows -> known.add(rows.getObject(1, UUID.class)));
          BulkInsert insert =
              new BulkInsert(connection, "person_child", "parent uuid", "child uuid");
          childrenByParent.forEach(
              (parent, children) ->
                  children.stream()
                      .filter(known::contains)
                      .filter(child -> !there.getOrDefault(parent, Set.of()).contains(child))
                      .forEach(child -> insert.add(parent, child)));
          insert.execute();
          return there;
        });
  }

  /** Takes children away from their parents, all of them. */
  public void unlink(Collection<UUID> parents) {
    if (!parents.isEmpty()) {
      on(
          connection -> {
            Array ids = connection.createArrayOf("uuid", parents.toArray());
            return delete(
                connection,
                "delete from person_child where parent in (select wanted from " + WANTED + ")",
                ids);
          });
    }
  }

  /** Those of these whom imports named that were done after that. */
  public Set<UUID> namedSince(Collection<UUID> ids, Instant applied) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return on(
        connection -> {
          Set<UUID> named = new HashSet<>();
          String sql =
              "select wanted from "
                  + WANTED
                  + " where (select count(*) from roster_row r"
                  + " join roster_import i on i.plan = r.plan where r.person = wanted"
                  + " and i.state = 'APPLIED' and i.ended_at > ?) > 0";
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            select.setObject(2, applied.atOffset(ZoneOffset.UTC));
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                named.add(rows.getObject(1, UUID.class));
              }
            }
          }
          return named;
        });
  }

  /** Those of these who have come in, and have an account. */
  public Set<UUID> withAccount(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return on(
        connection -> {
          Set<UUID> with = new HashSet<>();
          pairs(
              connection,
              "select id from " + WANTED + " join person on id = wanted and account is not null",
              connection.createArrayOf("uuid", ids.toArray()),
              rows -> with.add(rows.getObject(1, UUID.class)));
          return with;
        });
  }

  /** Erases people who haven't come in, with all that hangs on them. */
  public void erase(Collection<UUID> people) {
    if (!people.isEmpty()) {
      on(
          connection -> {
            Set<UUID> out = new HashSet<>();
            pairs(
                connection,
                "select id from person where account is null and id in (select wanted from "
                    + WANTED
                    + ") for update",
                connection.createArrayOf("uuid", people.toArray()),
                rows -> out.add(rows.getObject(1, UUID.class)));
            Array ids = connection.createArrayOf("uuid", out.toArray());
            for (String of : HANGING) {
              delete(connection, of + " in (select wanted from " + WANTED + ")", ids);
            }
            return out;
          });
    }
  }

  private static int delete(Connection connection, String sql, Array ids) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(sql)) {
      delete.setArray(1, ids);
      return delete.executeUpdate();
    }
  }
}
