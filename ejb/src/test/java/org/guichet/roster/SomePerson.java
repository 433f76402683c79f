package org.guichet.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.flux.register.NameFolding;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.control.keeping.RegisterKeys;
import org.guichet.roster.control.planning.KeyDigest;
import org.guichet.roster.control.planning.PersonKeys;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.testing.TestDatabase;
import org.jspecify.annotations.Nullable;

/** An invented person on the tables, as an import leaves one there. */
public final class SomePerson {
  private static final Set<RosterField> COLUMNS =
      Set.of(
          RosterField.EXTERNAL_ID,
          RosterField.INE,
          RosterField.LAST_NAME,
          RosterField.USAGE_NAME,
          RosterField.FIRST_NAME,
          RosterField.BIRTH_DATE,
          RosterField.SEX,
          RosterField.EMAIL);

  private final UUID id = UUID.randomUUID();
  private final Profile profile;
  private final Map<RosterField, String> values = new EnumMap<>(RosterField.class);
  private final List<String> classes = new ArrayList<>();
  private final Set<UUID> children = new HashSet<>();
  private String login;
  private Instant changed = Instant.parse("2026-01-05T08:00:00Z");
  private @Nullable LocalDate lastDay;
  private @Nullable UUID changedBy;

  private SomePerson(Profile profile, String first, String last) {
    this.profile = profile;
    values.put(RosterField.FIRST_NAME, first);
    values.put(RosterField.LAST_NAME, last);
    login = (NameFolding.key(first) + "." + NameFolding.key(last)).toLowerCase(Locale.ROOT);
  }

  public static SomePerson of(Profile profile, String first, String last) {
    return new SomePerson(profile, first, last);
  }

  public static SomePerson pupil(String first, String last, String born) {
    return of(Profile.PUPIL, first, last).with(RosterField.BIRTH_DATE, born);
  }

  public SomePerson with(RosterField field, String value) {
    values.put(field, value);
    return this;
  }

  public SomePerson in(String... labels) {
    classes.addAll(List.of(labels));
    return this;
  }

  public SomePerson parentOf(UUID... people) {
    children.addAll(List.of(people));
    return this;
  }

  public SomePerson login(String other) {
    login = other;
    return this;
  }

  public SomePerson changed(String at) {
    changed = Instant.parse(at);
    return this;
  }

  /** The last change was this import's. */
  public SomePerson by(UUID owner) {
    changedBy = owner;
    return this;
  }

  /** Pre-deleted. */
  public SomePerson leaving(String day) {
    lastDay = LocalDate.parse(day);
    return this;
  }

  /** As an import's plan knows it. */
  public KnownPerson known() {
    return new KnownPerson(id, profile, true, lastDay != null, values, classes, children, login);
  }

  private String value(RosterField field) {
    return values.getOrDefault(field, "");
  }

  private @Nullable String orNull(RosterField field) {
    return values.get(field);
  }

  /** Writes it down. */
  public UUID add(TestDatabase database, OrganisationId organisation) {
    database.inTransaction(() -> write(database, organisation));
    return id;
  }

  private void write(TestDatabase database, OrganisationId organisation) {
    String born = value(RosterField.BIRTH_DATE);
    LocalDate birth = born.isEmpty() ? null : LocalDate.parse(born);
    String last = value(RosterField.LAST_NAME);
    String first = value(RosterField.FIRST_NAME);
    RegisterKeys keys = RegisterKeys.of(profile, last, first, birth);
    Insert insert = new Insert("person");
    insert.value("id", id).value("version", 1L).value("organisation", organisation.value());
    insert.value("profile", profile.name()).value("imported", true).value("login", login);
    insert.value("external_id", orNull(RosterField.EXTERNAL_ID));
    insert.value("ine", orNull(RosterField.INE));
    insert.value("last_name", last).value("first_name", first);
    insert.value("usage_name", orNull(RosterField.USAGE_NAME)).value("birth_date", birth);
    insert.value("sex", orNull(RosterField.SEX)).value("email", orNull(RosterField.EMAIL));
    insert.value("details", details());
    insert.value("name_folded", NameFolding.words(last + " " + first));
    insert.value("classes_shown", String.join(", ", classes));
    insert.value("created_at", changed.atOffset(ZoneOffset.UTC));
    insert.value("changed_at", changed.atOffset(ZoneOffset.UTC));
    insert.value("changed_by_import", changedBy).value("last_day", lastDay);
    insert.value("left_at", lastDay == null ? null : changed.atOffset(ZoneOffset.UTC));
    insert.value("birth_year_key", keys.year()).value("birth_day_key", keys.day());
    insert.into(database);
    for (String key : new PersonKeys().of(known())) {
      new Insert("person_key")
          .value("organisation", organisation.value())
          .value("digest", KeyDigest.of(key))
          .value("person", id)
          .into(database);
    }
    for (String label : classes) {
      new Insert("person_class")
          .value("person", id)
          .value("school_class", schoolClass(database, organisation, label))
          .into(database);
    }
    for (UUID child : children) {
      new Insert("person_child").value("parent", id).value("child", child).into(database);
    }
  }

  private @Nullable String details() {
    String json =
        values.entrySet().stream()
            .filter(value -> !COLUMNS.contains(value.getKey()))
            .map(value -> "\"%s\":\"%s\"".formatted(value.getKey(), value.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
    return json.equals("{}") ? null : json;
  }

  /** The class of this label, made where it isn't there. */
  public static UUID schoolClass(TestDatabase database, OrganisationId organisation, String label) {
    List<?> known =
        new SqlText()
            .add("select cast(id as varchar(36)) from school_class where label = ?", label)
            .add(" and organisation = ?", organisation.value())
            .column(database.entityManager());
    if (!known.isEmpty()) {
      return SqlText.id(known.get(0));
    }
    UUID made = UUID.randomUUID();
    new Insert("school_class")
        .value("id", made)
        .value("organisation", organisation.value())
        .value("label", label)
        .value("created_at", Instant.parse("2026-01-05T08:00:00Z").atOffset(ZoneOffset.UTC))
        .into(database);
    return made;
  }

  /** A row on its way; what is null is left out. */
  private static final class Insert {
    private final String table;
    private final List<String> columns = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    Insert(String table) {
      this.table = table;
    }

    Insert value(String column, @Nullable Object value) {
      if (value != null) {
        columns.add(column);
        values.add(value);
      }
      return this;
    }

    void into(TestDatabase database) {
      String places = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
      new SqlText()
          .add(
              "insert into "
                  + table
                  + " ("
                  + String.join(", ", columns)
                  + ") values ("
                  + places
                  + ")",
              values.toArray())
          .change(database.entityManager());
    }
  }
}
