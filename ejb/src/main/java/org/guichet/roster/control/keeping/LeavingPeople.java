package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.entity.Mention;

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
   * Erases them with all that hangs on them, what imports kept to give them back, and what rows of
   * imports say of them, their parents' too.
   *
   * @return the plans that named them: those of drafts have to be made anew
   */
  public Set<UUID> erase(List<Leaver> people) {
    if (people.isEmpty()) {
      return Set.of();
    }
    Object[] ids = people.stream().map(Leaver::person).toArray();
    String places = people.stream().map(one -> "?").collect(Collectors.joining(", "));
    new SqlText()
        .add("delete from roster_change where subject in (" + places + ")", ids)
        .change(em);
    RowTraces traces = new RowTraces(em);
    Set<UUID> plans = traces.erase(people.stream().map(Leaver::person).toList());
    mentions(places, ids).forEach(traces::eraseMentions);
    People.HANGING.forEach(of -> new SqlText().add(of + " in (" + places + ")", ids).change(em));
    return plans;
  }

  /** How they may be named where nobody knows that it is they, by organisation. */
  private Map<OrganisationId, List<Mention>> mentions(String places, Object[] ids) {
    Map<OrganisationId, List<Mention>> mentions = new HashMap<>();
    for (Object[] row :
        new SqlText()
            .add("select cast(organisation as varchar(36)), last_name, usage_name, first_name,")
            .add(" external_id, ine from person where id in (" + places + ")", ids)
            .rows(em)) {
      mentions
          .computeIfAbsent(
              new OrganisationId(SqlText.id(SqlText.text(row[0]))), of -> new ArrayList<>())
          .add(
              new Mention(
                  SqlText.text(row[1]),
                  SqlText.text(row[2]),
                  SqlText.text(row[3]),
                  SqlText.text(row[4]),
                  SqlText.text(row[5])));
    }
    return mentions;
  }

  /** Whether somebody is there whom this account stands for. */
  public boolean isKnown(AccountId account) {
    return new SqlText()
            .add("select count(*) from person p where p.account = ?", account.value())
            .number(em)
        > 0;
  }
}
