package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.control.keeping.PeopleList.Moment;
import org.guichet.roster.entity.ClassLink;
import org.guichet.roster.entity.PersonAccess;
import org.guichet.roster.entity.PersonCard;
import org.guichet.roster.entity.PersonLine;
import org.guichet.roster.entity.PersonTrace;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.jspecify.annotations.Nullable;

/**
 * People one by one, with all that is kept of them; and those who come back before their last day.
 */
@Dependent
public class PersonCards {
  private static final int MOST_TRACES = 50;

  /** What has a column of its own, in the order of {@link #VALUES}. */
  static final List<RosterField> COLUMNS =
      List.of(
          RosterField.EXTERNAL_ID,
          RosterField.INE,
          RosterField.LAST_NAME,
          RosterField.USAGE_NAME,
          RosterField.FIRST_NAME,
          RosterField.BIRTH_DATE,
          RosterField.SEX,
          RosterField.EMAIL);

  /** The columns of {@link #COLUMNS}, and what tells the rest. */
  static final String VALUES =
      "p.external_id, p.ine, p.last_name, p.usage_name, p.first_name, p.birth_date, p.sex,"
          + " p.email, p.details";

  /** So many columns {@link #values} reads. */
  static final int WIDTH = 9;

  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public PersonCards() {}

  public PersonCards(EntityManager em) {
    this.em = em;
  }

  /** Somebody of this organisation who is still there. */
  public Optional<PersonCard> find(OrganisationId organisation, UUID id, Moment now) {
    SqlText text = cards(now).add(" and p.id = ?", id);
    return cards(text.add(" and p.organisation = ?", organisation.value()), now).stream()
        .findFirst();
  }

  /** Whoever this account stands for, wherever they are still there. */
  public List<PersonCard> of(AccountId account, Moment now) {
    SqlText text = cards(now).add(" and p.account = ?", account.value());
    return cards(text.add(" order by p.created_at, p.id"), now);
  }

  /** Whether this account stands for anybody who is still there. */
  public boolean isAnybody(AccountId account, Moment now) {
    return new SqlText()
            .add("select count(*) from person p where p.account = ?", account.value())
            .add(" and (p.left_at is null or p.last_day >= ?)", now.today())
            .number(em)
        > 0;
  }

  private static SqlText cards(Moment now) {
    return new SqlText()
        .add("select " + VALUES + ", cast(p.id as varchar(36)), p.profile, p.login, p.imported,")
        .add(" cast(p.account as varchar(36)), p.created_at, p.changed_at, p.left_at, p.last_day,")
        .add(" (select max(s.expires_at) from slip_code s where s.person = p.id),")
        .add(" cast(p.organisation as varchar(36)) from person p")
        .add(" where (p.left_at is null or p.last_day >= ?)", now.today());
  }

  private List<PersonCard> cards(SqlText text, Moment now) {
    return text.rows(em).stream().map(row -> card(row, now)).toList();
  }

  private PersonCard card(@Nullable Object[] row, Moment now) {
    UUID id = SqlText.id(Objects.requireNonNull(row[WIDTH]));
    Optional<AccountId> account =
        Optional.ofNullable(row[WIDTH + 4]).map(value -> new AccountId(SqlText.id(value)));
    Optional<Instant> slip = Optional.ofNullable(row[WIDTH + 9]).map(SqlText::instant);
    boolean slipWorks = slip.filter(end -> end.isAfter(now.at())).isPresent();
    Optional<Instant> left = Optional.ofNullable(row[WIDTH + 7]).map(SqlText::instant);
    return new PersonCard(
        id,
        new OrganisationId(SqlText.id(Objects.requireNonNull(row[WIDTH + 10]))),
        Profile.valueOf(SqlText.text(row[WIDTH + 1])),
        values(row),
        SqlText.text(row[WIDTH + 2]),
        (Boolean) Objects.requireNonNull(row[WIDTH + 3]),
        classes(id),
        relatives(id, "c.child", "c.parent", now),
        relatives(id, "c.parent", "c.child", now),
        account,
        account.isPresent()
            ? PersonAccess.ACCOUNT
            : slipWorks ? PersonAccess.SLIP : PersonAccess.NONE,
        slip,
        SqlText.instant(Objects.requireNonNull(row[WIDTH + 5])),
        SqlText.instant(Objects.requireNonNull(row[WIDTH + 6])),
        left,
        left.flatMap(since -> PeopleList.day(row[WIDTH + 8])),
        history(id));
  }

  /** What the columns of {@link #VALUES} say. */
  static Map<RosterField, String> values(@Nullable Object[] row) {
    Map<RosterField, String> values = new EnumMap<>(RosterField.class);
    String details = SqlText.text(row[COLUMNS.size()]);
    if (!details.isEmpty()) {
      values.putAll(RosterJson.fields(RosterJson.parse(details)));
    }
    for (int column = 0; column < COLUMNS.size(); column++) {
      Object value = row[column];
      RosterField field = COLUMNS.get(column);
      String text =
          value != null && field == RosterField.BIRTH_DATE
              ? SqlText.day(value).toString()
              : SqlText.text(value);
      if (!text.isEmpty()) {
        values.put(field, text);
      }
    }
    return values;
  }

  private List<ClassLink> classes(UUID id) {
    return new SqlText()
            .add("select cast(c.id as varchar(36)), c.label from person_class pc")
            .add(" join school_class c on c.id = pc.school_class where pc.person = ?", id)
            .add(" order by c.label")
            .rows(em)
            .stream()
            .map(PeopleList::classLink)
            .toList();
  }

  private List<PersonLine> relatives(UUID id, String them, String whose, Moment now) {
    return PeopleList.rows(now)
        .add(" from person_child c join person p on p.id = " + them)
        .add(" where " + whose + " = ?", id)
        .add(" and (p.left_at is null or p.last_day >= ?)", now.today())
        .add(" order by p.name_folded, p.id")
        .rows(em)
        .stream()
        .map(PeopleList::row)
        .toList();
  }

  private List<PersonTrace> history(UUID id) {
    return new SqlText()
            .add("select cast(i.id as varchar(36)), coalesce(i.ended_at, i.changed_at),")
            .add(" max(case when c.before is null then 1 else 0 end), i.undone_at")
            .add(" from roster_change c join roster_import i on i.id = c.import")
            .add(" where c.subject = ? group by i.id, i.ended_at, i.changed_at, i.undone_at", id)
            .add(" order by 2 desc")
            .rows(em, 0, MOST_TRACES)
            .stream()
            .map(
                row ->
                    new PersonTrace(
                        SqlText.id(Objects.requireNonNull(row[0])),
                        SqlText.instant(Objects.requireNonNull(row[1])),
                        SqlText.number(row[2]) > 0,
                        row[3] != null))
            .toList();
  }

  /**
   * Takes a pre-deletion back, as somebody's in a page.
   *
   * @return whether there was one to take back
   */
  public boolean restore(OrganisationId organisation, UUID id, Moment now) {
    return new SqlText()
            .add("update person set left_at = null, last_day = null, changed_by_import = null,")
            .add(" changed_at = ?, version = version + 1", PeopleList.utc(now.at()))
            .add(" where id = ? and organisation = ?", id, organisation.value())
            .add(" and left_at is not null and last_day >= ?", now.today())
            .change(em)
        > 0;
  }
}
