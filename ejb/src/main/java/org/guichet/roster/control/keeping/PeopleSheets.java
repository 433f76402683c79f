package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.control.Templates;
import org.guichet.roster.control.heading.HeaderDictionary;
import org.guichet.roster.entity.PeopleQuery;
import org.guichet.roster.entity.PeopleSheet;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.SheetPart;
import org.guichet.roster.entity.SheetPart.Mark;
import org.jspecify.annotations.Nullable;

/**
 * People as files that an import reads again and finds nothing to change: the columns of the
 * templates, and whatever else is known of anybody among them.
 */
@Dependent
public class PeopleSheets {
  private static final int PART = 500;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);
  private static final List<RosterField> CHILD =
      List.of(
          RosterField.CHILD_ID,
          RosterField.CHILD_LAST_NAME,
          RosterField.CHILD_FIRST_NAME,
          RosterField.CHILD_CLASS);

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public PeopleSheets() {}

  public PeopleSheets(EntityManager em) {
    this.em = em;
  }

  /** Which columns the file has. */
  public PeopleSheet plan(OrganisationId organisation, PeopleQuery query, LocalDate today) {
    Profile profile = query.profile().orElseThrow();
    Set<RosterField> fields = new LinkedHashSet<>();
    Templates.columns(profile).stream()
        .filter(field -> field != RosterField.CLASS && !field.isOfChild())
        .forEach(fields::add);
    fields.addAll(known(organisation, query, today));
    int classes = Math.max(1, most("person_class", "person", organisation, query, today));
    int children =
        profile == Profile.PARENT
            ? Math.max(1, most("person_child", "parent", organisation, query, today))
            : 0;
    return new PeopleSheet(
        query, heads(profile, fields, classes, children), List.copyOf(fields), classes, children);
  }

  private static List<String> heads(
      Profile profile, Set<RosterField> fields, int classes, int children) {
    HeaderDictionary dictionary = HeaderDictionary.shipped();
    List<String> heads = new ArrayList<>();
    fields.forEach(field -> heads.add(dictionary.title(profile, field)));
    for (int column = 0; column < classes; column++) {
      heads.add(dictionary.title(profile, RosterField.CLASS));
    }
    for (int block = 0; block < children; block++) {
      CHILD.forEach(field -> heads.add(dictionary.title(profile, field)));
    }
    return heads;
  }

  /** What anybody has a value of, beside what templates ask for. */
  private List<RosterField> known(OrganisationId organisation, PeopleQuery query, LocalDate today) {
    List<RosterField> asked = new ArrayList<>();
    SqlText text = new SqlText().add("select max(0)");
    for (RosterField field : RosterField.values()) {
      if (field == RosterField.CLASS || field == RosterField.IGNORED || field.isOfChild()) {
        continue;
      }
      asked.add(field);
      text.add(", max(case when " + has(field) + " then 1 else 0 end)");
    }
    PeopleList.narrow(text, organisation, query, today);
    @Nullable Object[] found = text.rows(em).get(0);
    List<RosterField> known = new ArrayList<>();
    for (int i = 0; i < asked.size(); i++) {
      if (SqlText.number(found[i + 1]) > 0) {
        known.add(asked.get(i));
      }
    }
    return known;
  }

  private static String has(RosterField field) {
    return PersonCards.COLUMNS.contains(field)
        ? "p." + field.name().toLowerCase(Locale.ROOT) + " is not null"
        : "p.details like '%\"" + field.name() + "\"%'";
  }

  /** How many anybody has at most. */
  private int most(
      String table, String whose, OrganisationId organisation, PeopleQuery query, LocalDate today) {
    SqlText text =
        new SqlText()
            .add("select max(n.many) from (select count(*) as many from " + table + " t")
            .add(" where t." + whose + " in (select p.id");
    PeopleList.narrow(text, organisation, query, today);
    return (int) text.add(") group by t." + whose + ") n").number(em);
  }

  /** The rows behind a mark; the first ones without one. */
  public SheetPart rows(
      OrganisationId organisation, PeopleSheet sheet, Optional<Mark> after, LocalDate today) {
    SqlText text =
        new SqlText()
            .add("select " + PersonCards.VALUES + ", cast(p.id as varchar(36)), p.name_folded");
    PeopleList.narrow(text, organisation, sheet.query(), today);
    after.ifPresent(
        mark ->
            text.add(" and p.name_folded >= ?", mark.nameFolded())
                .add(" and (p.name_folded > ? or p.id > ?)", mark.nameFolded(), mark.id()));
    List<@Nullable Object[]> people = text.add(" order by p.name_folded, p.id").rows(em, 0, PART);
    if (people.isEmpty()) {
      return new SheetPart(List.of(), Optional.empty());
    }
    List<UUID> ids = people.stream().map(PeopleSheets::id).toList();
    Map<UUID, List<String>> classes = classes(ids);
    Map<UUID, List<Map<RosterField, String>>> children =
        sheet.children() == 0 ? Map.of() : children(ids);
    List<List<String>> rows = new ArrayList<>();
    for (@Nullable Object[] person : people) {
      rows.add(
          row(
              sheet,
              PersonCards.values(person),
              classes.getOrDefault(id(person), List.of()),
              children.getOrDefault(id(person), List.of())));
    }
    @Nullable Object[] last = people.get(people.size() - 1);
    return new SheetPart(
        rows,
        people.size() < PART
            ? Optional.empty()
            : Optional.of(new Mark(SqlText.text(last[PersonCards.WIDTH + 1]), id(last))));
  }

  private static UUID id(@Nullable Object[] row) {
    return SqlText.id(Objects.requireNonNull(row[PersonCards.WIDTH]));
  }

  private static List<String> row(
      PeopleSheet sheet,
      Map<RosterField, String> values,
      List<String> classes,
      List<Map<RosterField, String>> children) {
    List<String> cells = new ArrayList<>();
    for (RosterField field : sheet.fields()) {
      String value = values.getOrDefault(field, "");
      cells.add(
          field == RosterField.BIRTH_DATE && !value.isEmpty()
              ? DAY.format(LocalDate.parse(value))
              : value);
    }
    for (int column = 0; column < sheet.classes(); column++) {
      cells.add(column < classes.size() ? classes.get(column) : "");
    }
    for (int block = 0; block < sheet.children(); block++) {
      Map<RosterField, String> child = block < children.size() ? children.get(block) : Map.of();
      CHILD.forEach(field -> cells.add(child.getOrDefault(field, "")));
    }
    return cells;
  }

  private Map<UUID, List<String>> classes(List<UUID> people) {
    Map<UUID, List<String>> classes = new HashMap<>();
    among(
            new SqlText()
                .add("select cast(pc.person as varchar(36)), c.label from person_class pc")
                .add(" join school_class c on c.id = pc.school_class where pc.person in"),
            people)
        .add(" order by c.label")
        .rows(em)
        .forEach(
            row ->
                classes
                    .computeIfAbsent(
                        SqlText.id(Objects.requireNonNull(row[0])), id -> new ArrayList<>())
                    .add(SqlText.text(row[1])));
    return classes;
  }

  private static SqlText among(SqlText text, List<UUID> people) {
    String places = people.stream().map(id -> "?").collect(Collectors.joining(", "));
    return text.add(" (" + places + ")", people.toArray());
  }

  /** Children as the columns of a parent's row say them, those on their way out too. */
  private Map<UUID, List<Map<RosterField, String>>> children(List<UUID> parents) {
    Map<UUID, List<Map<RosterField, String>>> children = new HashMap<>();
    among(
            new SqlText()
                .add("select cast(c.parent as varchar(36)), p.external_id, p.ine, p.last_name,")
                .add(" p.first_name, (select min(s.label) from person_class pc join school_class s")
                .add(" on s.id = pc.school_class where pc.person = p.id)")
                .add(" from person_child c join person p on p.id = c.child where c.parent in"),
            parents)
        .add(" order by p.name_folded, p.id")
        .rows(em)
        .forEach(
            row ->
                children
                    .computeIfAbsent(
                        SqlText.id(Objects.requireNonNull(row[0])), id -> new ArrayList<>())
                    .add(child(row)));
    return children;
  }

  private static Map<RosterField, String> child(@Nullable Object[] row) {
    Map<RosterField, String> child = new EnumMap<>(RosterField.class);
    String external = SqlText.text(row[1]);
    child.put(RosterField.CHILD_ID, external.isEmpty() ? SqlText.text(row[2]) : external);
    child.put(RosterField.CHILD_LAST_NAME, SqlText.text(row[3]));
    child.put(RosterField.CHILD_FIRST_NAME, SqlText.text(row[4]));
    child.put(RosterField.CHILD_CLASS, SqlText.text(row[5]));
    return child;
  }
}
