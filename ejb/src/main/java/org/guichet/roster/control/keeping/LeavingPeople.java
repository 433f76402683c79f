package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;

/** People whose last day is over. */
@Dependent
public class LeavingPeople {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public LeavingPeople() {}

  public LeavingPeople(EntityManager em) {
    this.em = em;
  }

  /** Somebody to erase. */
  public record Leaver(UUID person, OrganisationId organisation, Optional<AccountId> account) {}

  /**
   * Whose last day was before today, those who wait longest first. Nobody brings them back before
   * the transaction ends.
   */
  public List<Leaver> over(LocalDate today, int most) {
    return new SqlText()
            .add("select cast(p.id as varchar(36)), cast(p.organisation as varchar(36)),")
            .add(" cast(p.account as varchar(36)) from person p where p.left_at is not null")
            .add(" and p.last_day < ? order by p.last_day, p.id for update", today)
            .rows(em, 0, most)
            .stream()
            .map(
                row ->
                    new Leaver(
                        SqlText.id(Objects.requireNonNull(row[0])),
                        new OrganisationId(SqlText.id(Objects.requireNonNull(row[1]))),
                        Optional.ofNullable(row[2]).map(id -> new AccountId(SqlText.id(id)))))
            .toList();
  }

  /**
   * Erases them with all that hangs on them, what imports kept to give them back, and what their
   * rows in reports say.
   */
  public void erase(List<Leaver> people) {
    if (people.isEmpty()) {
      return;
    }
    Object[] ids = people.stream().map(Leaver::person).toArray();
    String places = people.stream().map(one -> "?").collect(Collectors.joining(", "));
    new SqlText()
        .add("delete from roster_change where subject in (" + places + ")", ids)
        .change(em);
    Map<UUID, Set<Long>> rows = new TreeMap<>();
    for (Object[] row :
        new SqlText()
            .add("select cast(plan as varchar(36)), place from roster_row")
            .add(" where person in (" + places + ")", ids)
            .rows(em)) {
      rows.computeIfAbsent(SqlText.id(SqlText.text(row[0])), plan -> new TreeSet<>())
          .add(SqlText.number(row[1]));
    }
    rows.forEach(new PlanIndex(em)::forgetNames);
    new SqlText()
        .add("update roster_row set login = '', body = '{\"values\":{}}'")
        .add(" where person in (" + places + ")", ids)
        .change(em);
    People.HANGING.forEach(of -> new SqlText().add(of + " in (" + places + ")", ids).change(em));
  }

  /** Whether somebody is there whom this account stands for. */
  public boolean isKnown(AccountId account) {
    return new SqlText()
            .add("select count(*) from person p where p.account = ?", account.value())
            .number(em)
        > 0;
  }
}
