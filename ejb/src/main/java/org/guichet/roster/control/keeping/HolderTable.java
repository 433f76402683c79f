package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.flux.register.RegisteredHolder;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.entity.Profile;
import org.jspecify.annotations.Nullable;

/** Pupils and adult learners as holders of certifications; those who leave, to their last day. */
@Dependent
public class HolderTable {
  private static final String HOLDERS =
      "select p.last_name, p.usage_name, p.first_name, p.sex, p.birth_date";
  private static final String THERE =
      " p.organisation = ? and p.profile = ? and (p.left_at is null or p.last_day >= ?)";

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public HolderTable() {}

  public HolderTable(EntityManager em) {
    this.em = em;
  }

  /** Whether there is anybody. */
  public boolean isAnybody(OrganisationId organisation, LocalDate today) {
    return !there(new SqlText().add("select 1 from person p where"), organisation, today)
        .rows(em, 0, 1)
        .isEmpty();
  }

  public long count(OrganisationId organisation, LocalDate today) {
    return there(new SqlText().add("select count(*) from person p where"), organisation, today)
        .number(em);
  }

  /**
   * When anybody was last changed, of those who are there and of those who are on their way out.
   */
  public Instant changedAt(OrganisationId organisation) {
    Object last =
        new SqlText()
            .add(
                "select max(p.changed_at) from person p where p.organisation = ? and p.profile = ?",
                organisation.value(),
                Profile.PUPIL.name())
            .column(em)
            .get(0);
    return SqlText.instant(Objects.requireNonNull(last));
  }

  private static SqlText there(SqlText text, OrganisationId organisation, LocalDate today) {
    return text.add(THERE, organisation.value(), Profile.PUPIL.name(), today);
  }

  /** Whom {@code person_key} has under one of these. */
  Set<RegisteredHolder> named(
      OrganisationId organisation, LocalDate today, Collection<Long> digests) {
    SqlText text = among(digests);
    text.add(" join person_key k on k.digest = wanted.digest");
    text.add(" and k.organisation = ?", organisation.value());
    text.add(" join person p on p.id = k.person where");
    return holders(there(text, organisation, today));
  }

  /** Whom a column of {@link RegisterKeys} has under one of these. */
  Set<RegisteredHolder> born(
      OrganisationId organisation, LocalDate today, String column, Collection<Long> digests) {
    SqlText text = among(digests);
    text.add(" join person p on p." + column + " = wanted.digest where");
    return holders(there(text, organisation, today));
  }

  /** A table to join: with {@code in}, H2 would go through all of the organisation's keys. */
  private static SqlText among(Collection<Long> digests) {
    String places =
        digests.stream().map(digest -> "(cast(? as bigint))").collect(Collectors.joining(", "));
    return new SqlText()
        .add(HOLDERS + " from (values " + places + ") wanted (digest)", digests.toArray());
  }

  /** Each once; one who is there twice with the same data counts once. */
  private Set<RegisteredHolder> holders(SqlText text) {
    Set<RegisteredHolder> holders = new LinkedHashSet<>();
    List<@Nullable Object[]> rows = text.add(" order by p.created_at, p.id").rows(em);
    rows.forEach(row -> holders.add(holder(row)));
    return holders;
  }

  private static RegisteredHolder holder(@Nullable Object[] row) {
    LocalDate born = row[4] == null ? null : SqlText.day(row[4]);
    return new RegisteredHolder(
        SqlText.text(row[0]),
        known(row[1]),
        SqlText.text(row[2]),
        null,
        null,
        known(row[3]),
        born == null ? null : born.getYear(),
        born == null ? null : born.getMonthValue(),
        born == null ? null : born.getDayOfMonth(),
        null,
        null,
        null,
        null);
  }

  private static @Nullable String known(@Nullable Object value) {
    String text = SqlText.text(value);
    return text.isEmpty() ? null : text;
  }
}
