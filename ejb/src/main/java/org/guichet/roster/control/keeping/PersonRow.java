package org.guichet.roster.control.keeping;

import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.guichet.flux.register.NameFolding;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.jspecify.annotations.Nullable;

/** Which value of a person lies in which column. */
final class PersonRow {
  /** What {@link #values} says, in its order, each with its type. */
  static final List<String> COLUMNS =
      List.of(
          "profile varchar",
          "imported boolean",
          "external_id varchar",
          "ine varchar",
          "last_name varchar",
          "usage_name varchar",
          "first_name varchar",
          "birth_date date",
          "sex varchar",
          "email varchar",
          "details varchar",
          "name_folded varchar",
          "classes_shown varchar",
          "changed_at timestamptz",
          "changed_by_import uuid",
          "left_at timestamptz",
          "last_day date",
          "birth_year_key bigint",
          "birth_day_key bigint");

  private static final int NAME_FOLDED = COLUMNS.indexOf("name_folded varchar");

  /** What {@link #read} reads. */
  static final String READ =
      "select id, profile, imported, login, external_id, ine, last_name, usage_name, first_name,"
          + " birth_date, sex, email, details, changed_by_import, left_at, last_day,"
          + " (select array_agg((select c.label from school_class c where c.id = pc.school_class))"
          + " from person_class pc where pc.person = wanted) labels,"
          + " (select array_agg(child) from person_child where parent = wanted) children"
          + " from "
          + People.WANTED
          + " join person on id = wanted";

  private static final Set<RosterField> OWN =
      Set.of(
          RosterField.EXTERNAL_ID,
          RosterField.INE,
          RosterField.LAST_NAME,
          RosterField.USAGE_NAME,
          RosterField.FIRST_NAME,
          RosterField.BIRTH_DATE,
          RosterField.SEX,
          RosterField.EMAIL);
  private static final int LONGEST_FOLDED = 250;
  private static final int LONGEST_CLASSES = 1_000;

  private PersonRow() {}

  /**
   * What is in the columns of somebody.
   *
   * @param more goes behind
   */
  static @Nullable Object[] values(PersonState state, Instant now, Object... more) {
    KnownPerson person = state.person();
    String born = person.value(RosterField.BIRTH_DATE);
    LocalDate birth = born.isEmpty() ? null : LocalDate.parse(born);
    RegisterKeys keys =
        RegisterKeys.of(
            person.profile(),
            person.value(RosterField.LAST_NAME),
            person.value(RosterField.FIRST_NAME),
            birth);
    @Nullable Object[] own = {
      person.profile().name(),
      person.imported(),
      orNull(person, RosterField.EXTERNAL_ID),
      orNull(person, RosterField.INE),
      person.value(RosterField.LAST_NAME),
      orNull(person, RosterField.USAGE_NAME),
      person.value(RosterField.FIRST_NAME),
      birth,
      orNull(person, RosterField.SEX),
      orNull(person, RosterField.EMAIL),
      details(person),
      folded(person),
      cut(String.join(", ", person.classes()), LONGEST_CLASSES),
      time(now),
      state.owner(),
      time(state.leftAt()),
      state.lastDay(),
      keys.year(),
      keys.day()
    };
    @Nullable Object[] all = Arrays.copyOf(own, own.length + more.length);
    System.arraycopy(more, 0, all, own.length, more.length);
    return all;
  }

  /** The folded name in a row of {@link #values}. */
  static String name(@Nullable Object[] values) {
    return String.valueOf(values[NAME_FOLDED]);
  }

  private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String orNull(KnownPerson person, RosterField field) {
    String value = person.value(field);
    return value.isEmpty() ? null : value;
  }

  private static @Nullable String details(KnownPerson person) {
    Map<RosterField, String> others = new EnumMap<>(RosterField.class);
    person
        .values()
        .forEach(
            (field, value) -> {
              if (!OWN.contains(field) && !value.isEmpty()) {
                others.put(field, value);
              }
            });
    return others.isEmpty() ? null : RosterJson.texts(others).build().toString();
  }

  /** Last name and first name as lists search and order them. */
  static String folded(KnownPerson person) {
    String words =
        NameFolding.words(
            person.value(RosterField.LAST_NAME) + " " + person.value(RosterField.FIRST_NAME));
    return cut(words == null ? "" : words, LONGEST_FOLDED);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** Reads a row of {@link #READ}. */
  static PersonState read(ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    Map<RosterField, String> values = new EnumMap<>(RosterField.class);
    put(values, RosterField.EXTERNAL_ID, row.getString("external_id"));
    put(values, RosterField.INE, row.getString("ine"));
    put(values, RosterField.LAST_NAME, row.getString("last_name"));
    put(values, RosterField.USAGE_NAME, row.getString("usage_name"));
    put(values, RosterField.FIRST_NAME, row.getString("first_name"));
    Date born = row.getDate("birth_date");
    put(values, RosterField.BIRTH_DATE, born == null ? null : born.toLocalDate().toString());
    put(values, RosterField.SEX, row.getString("sex"));
    put(values, RosterField.EMAIL, row.getString("email"));
    String details = row.getString("details");
    if (details != null) {
      values.putAll(RosterJson.fields(RosterJson.parse(details)));
    }
    OffsetDateTime left = row.getObject("left_at", OffsetDateTime.class);
    Date last = row.getDate("last_day");
    KnownPerson person =
        new KnownPerson(
            id,
            Profile.valueOf(row.getString("profile")),
            row.getBoolean("imported"),
            left != null,
            values,
            list(row.getArray("labels"), String.class).stream().sorted().toList(),
            new HashSet<>(ids(row.getArray("children"))),
            row.getString("login"));
    return new PersonState(
        person,
        row.getObject("changed_by_import", UUID.class),
        left == null ? null : left.toInstant(),
        last == null ? null : last.toLocalDate());
  }

  /** An array of ids; none for null. */
  static List<UUID> ids(@Nullable Array array) throws SQLException {
    return list(array, UUID.class);
  }

  private static <T> List<T> list(@Nullable Array array, Class<T> type) throws SQLException {
    return array == null
        ? List.of()
        : Arrays.stream((Object[]) array.getArray()).map(type::cast).toList();
  }

  private static void put(
      Map<RosterField, String> values, RosterField field, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      values.put(field, value);
    }
  }
}
