package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.guichet.flux.register.NameFolding;
import org.guichet.platform.control.LikePattern;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;
import org.guichet.roster.entity.ClassLink;
import org.guichet.roster.entity.ClassRow;
import org.guichet.roster.entity.PeopleQuery;
import org.guichet.roster.entity.PersonAccess;
import org.guichet.roster.entity.PersonLine;
import org.guichet.roster.entity.PersonStanding;
import org.guichet.roster.entity.Profile;
import org.jspecify.annotations.Nullable;

/**
 * The people of organisations, 250,000 of them as they are listed and searched. Those whose last
 * day is over aren't there any more, whether or not they are erased yet.
 */
@Dependent
public class PeopleList {
  private static final String ESCAPED = " escape '" + LikePattern.ESCAPE + "'";

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public PeopleList() {}

  public PeopleList(EntityManager em) {
    this.em = em;
  }

  /**
   * Part of a list, and how long it is.
   *
   * @param now when slips work, and what day it is
   */
  public Page<PersonLine> page(OrganisationId organisation, PeopleQuery query, Moment now) {
    SqlText count = new SqlText().add("select count(*)");
    narrow(count, organisation, query, now.today());
    SqlText text = rows(now);
    narrow(text, organisation, query, now.today());
    text.add(
        query.descending()
            ? " order by p.name_folded desc, p.id"
            : " order by p.name_folded, p.id");
    PageRequest part = query.part();
    List<PersonLine> rows =
        text.rows(em, part.first(), part.size()).stream().map(PeopleList::row).toList();
    return new Page<>(rows, count.number(em));
  }

  static SqlText rows(Moment now) {
    return new SqlText()
        .add("select cast(p.id as varchar(36)), p.profile, p.last_name, p.usage_name,")
        .add(" p.first_name, p.birth_date, p.login, p.external_id, p.classes_shown,")
        .add(" case when p.account is not null then 'ACCOUNT'")
        .add(" when (select count(*) from slip_code s where s.person = p.id")
        .add(" and s.expires_at > ?) > 0 then 'SLIP' else 'NONE' end,", utc(now.at()))
        .add(" case when p.left_at is null then null else p.last_day end");
  }

  static Object utc(Instant time) {
    return time.atOffset(ZoneOffset.UTC);
  }

  /** From whom, and which of them. */
  static void narrow(
      SqlText text, OrganisationId organisation, PeopleQuery query, LocalDate today) {
    text.add(" from person p");
    query
        .schoolClass()
        .ifPresent(
            id ->
                text.add(" join person_class pc on pc.person = p.id and pc.school_class = ?", id));
    text.add(" where p.organisation = ?", organisation.value());
    query.profile().ifPresent(profile -> text.add(" and p.profile = ?", profile.name()));
    query.changedBy().ifPresent(owner -> text.add(" and p.changed_by_import = ?", owner));
    if (query.state().equals(Optional.of(PersonStanding.ACTIVE))) {
      text.add(" and p.left_at is null");
    } else if (query.state().isPresent()) {
      text.add(" and p.left_at is not null and p.last_day >= ?", today);
    } else {
      text.add(" and (p.left_at is null or p.last_day >= ?)", today);
    }
    search(text, query.text().strip());
  }

  private static void search(SqlText text, String typed) {
    if (typed.isEmpty()) {
      return;
    }
    text.add(
        " and (p.login like ?" + ESCAPED, LikePattern.beginning(typed.toLowerCase(Locale.ROOT)));
    text.add(" or p.external_id = ? or p.ine = ?", typed, typed.toUpperCase(Locale.ROOT));
    String words = NameFolding.words(typed);
    if (words != null && !words.isBlank()) {
      String and = " or (";
      for (String word : words.split(" ", -1)) {
        text.add(and + "p.name_folded like ?" + ESCAPED, LikePattern.holding(word));
        and = " and ";
      }
      text.add(")");
    }
    text.add(")");
  }

  static PersonLine row(@Nullable Object[] row) {
    return new PersonLine(
        SqlText.id(Objects.requireNonNull(row[0])),
        Profile.valueOf(SqlText.text(row[1])),
        SqlText.text(row[2]),
        SqlText.text(row[3]),
        SqlText.text(row[4]),
        day(row[5]),
        SqlText.text(row[6]),
        SqlText.text(row[7]),
        SqlText.text(row[8]),
        PersonAccess.valueOf(SqlText.text(row[9])),
        day(row[10]));
  }

  static Optional<LocalDate> day(@Nullable Object value) {
    return Optional.ofNullable(value).map(SqlText::day);
  }

  /** Classes in the order of their labels, with who is in them. */
  public Page<ClassRow> classes(OrganisationId organisation, PageRequest part, LocalDate today) {
    SqlText text =
        new SqlText()
            .add("select cast(c.id as varchar(36)), c.label,")
            .add(counted("p.left_at is null and p.profile = 'PUPIL'") + ",")
            .add(counted("p.left_at is null and p.profile = 'TEACHER'") + ",")
            .add(counted("p.left_at is null and p.profile not in ('PUPIL', 'TEACHER')") + ",")
            .add(counted("p.left_at is not null and p.last_day >= ?") + ",", today)
            .add(counted("p.left_at is null and p.account is null"))
            .add(" from school_class c")
            .add(" left join person_class pc on pc.school_class = c.id")
            .add(" left join person p on p.id = pc.person")
            .add(" where c.organisation = ?", organisation.value())
            .add(" group by c.id, c.label order by c.label, c.id");
    long total =
        new SqlText()
            .add(
                "select count(*) from school_class c where c.organisation = ?",
                organisation.value())
            .number(em);
    return new Page<>(
        text.rows(em, part.first(), part.size()).stream().map(PeopleList::classRow).toList(),
        total);
  }

  private static String counted(String condition) {
    return " sum(case when p.id is not null and " + condition + " then 1 else 0 end)";
  }

  private static ClassRow classRow(@Nullable Object[] row) {
    return new ClassRow(
        SqlText.id(Objects.requireNonNull(row[0])),
        SqlText.text(row[1]),
        SqlText.number(row[2]),
        SqlText.number(row[3]),
        SqlText.number(row[4]),
        SqlText.number(row[5]),
        SqlText.number(row[6]));
  }

  /** The labels of all classes, for choosing one. */
  public List<ClassLink> classLinks(OrganisationId organisation) {
    return new SqlText()
            .add("select cast(c.id as varchar(36)), c.label from school_class c")
            .add(" where c.organisation = ? order by c.label, c.id", organisation.value())
            .rows(em)
            .stream()
            .map(PeopleList::classLink)
            .toList();
  }

  static ClassLink classLink(@Nullable Object[] row) {
    return new ClassLink(SqlText.id(Objects.requireNonNull(row[0])), SqlText.text(row[1]));
  }

  /**
   * What is now.
   *
   * @param today where the deployment is
   */
  public record Moment(Instant at, LocalDate today) {}
}
