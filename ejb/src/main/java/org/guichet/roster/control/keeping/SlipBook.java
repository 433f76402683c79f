package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.account.entity.PersonName;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.control.keeping.PeopleList.Moment;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.Slip;
import org.guichet.roster.entity.SlipPlan;
import org.guichet.roster.entity.SlipTarget;
import org.jspecify.annotations.Nullable;

/** Codes of slips, and who comes in by them. */
@Dependent
public class SlipBook {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public SlipBook() {}

  public SlipBook(EntityManager em) {
    this.em = em;
  }

  /**
   * How the class or the person is called, or the first file of the import; empty for what the
   * organisation hasn't got.
   */
  public Optional<String> title(OrganisationId organisation, SlipTarget target) {
    if (target.imported().isPresent()) {
      return new SqlText()
              .add("select f.name from roster_import i join roster_file f on f.import = i.id")
              .add(
                  " where i.id = ? and i.organisation = ?",
                  target.imported().get(),
                  organisation.value())
              .add(" and f.place = 0")
              .column(em)
              .stream()
              .map(SqlText::text)
              .findFirst();
    }
    SqlText text =
        target.schoolClass().isPresent()
            ? new SqlText()
                .add(
                    "select c.label from school_class c where c.id = ?", target.schoolClass().get())
                .add(" and c.organisation = ?", organisation.value())
            : new SqlText()
                .add("select concat(p.last_name, ' ', p.first_name) from person p")
                .add(
                    " where p.id = ? and p.organisation = ?",
                    target.person().orElseThrow(),
                    organisation.value());
    return text.column(em).stream().map(SqlText::text).findFirst();
  }

  /** The account of somebody who is still there; empty for who has none. */
  public Optional<AccountId> account(OrganisationId organisation, UUID person, Moment now) {
    return new SqlText()
            .add("select cast(p.account as varchar(36)) from person p where p.id = ?", person)
            .add(" and p.organisation = ? and p.account is not null", organisation.value())
            .add(" and (p.left_at is null or p.last_day >= ?)", now.today())
            .column(em)
            .stream()
            .map(id -> new AccountId(SqlText.id(Objects.requireNonNull(id))))
            .findFirst();
  }

  /**
   * Who gets a slip, in the order of names.
   *
   * @param renewing whether those who have an account do, too
   */
  public List<Slip> due(
      OrganisationId organisation, SlipTarget target, boolean renewing, Moment now) {
    SqlText text =
        new SqlText()
            .add("select cast(p.id as varchar(36)), p.last_name, p.first_name, p.login,")
            .add(
                " (select count(*) from slip_code s where s.person = p.id and s.expires_at > ?)",
                PeopleList.utc(now.at()))
            .add(" from person p");
    narrow(text, organisation, target, renewing, now);
    return text.add(" order by p.name_folded, p.id").rows(em).stream()
        .map(
            row ->
                new Slip(
                    SqlText.id(Objects.requireNonNull(row[0])),
                    SqlText.text(row[1]) + " " + SqlText.text(row[2]),
                    SqlText.text(row[3]),
                    SqlText.number(row[4]) > 0))
        .toList();
  }

  /** How many they are, and whose earlier slip still works. */
  public SlipPlan plan(
      String title, OrganisationId organisation, SlipTarget target, boolean renewing, Moment now) {
    SqlText text =
        new SqlText()
            .add("select count(*), count(s.person) from person p")
            .add(
                " left join slip_code s on s.person = p.id and s.expires_at > ?",
                PeopleList.utc(now.at()));
    narrow(text, organisation, target, renewing, now);
    @Nullable Object[] counts = text.rows(em).get(0);
    return new SlipPlan(
        title, (int) SqlText.number(counts[0]), (int) SqlText.number(counts[1]), renewing);
  }

  private static void narrow(
      SqlText text, OrganisationId organisation, SlipTarget target, boolean renewing, Moment now) {
    target
        .schoolClass()
        .ifPresent(
            id ->
                text.add(" join person_class pc on pc.person = p.id and pc.school_class = ?", id));
    target
        .imported()
        .ifPresent(
            id ->
                text.add(" join roster_import i on i.id = ?", id)
                    .add(" join roster_row r on r.plan = i.plan and r.person = p.id")
                    .add(" and r.operation = ?", Operation.CREATE.name()));
    text.add(" where p.organisation = ?", organisation.value());
    target.person().ifPresent(id -> text.add(" and p.id = ?", id));
    text.add(renewing ? "" : " and p.account is null");
    text.add(" and (p.left_at is null or p.last_day >= ?)", now.today());
  }

  /** Who of these has no account yet; nobody moves them before the transaction ends. */
  public List<UUID> dueAmong(OrganisationId organisation, Collection<UUID> people, Moment now) {
    return people.isEmpty()
        ? List.of()
        : new SqlText()
                .add("select cast(p.id as varchar(36)) from person p where p.id in (")
                .add(
                    people.stream().map(id -> "?").collect(Collectors.joining(", ")),
                    people.toArray())
                .add(") and p.organisation = ?", organisation.value())
                .add(
                    " and p.account is null and (p.left_at is null or p.last_day >= ?)",
                    now.today())
                .add(" order by p.id for update")
                .column(em)
                .stream()
                .map(id -> SqlText.id(Objects.requireNonNull(id)))
                .toList();
  }

  /** The codes of those people from now on, whom {@link #dueAmong} holds; earlier ones are dead. */
  public void writeAll(Map<UUID, String> hashes, Instant now, Instant end) {
    if (hashes.isEmpty()) {
      return;
    }
    new SqlText()
        .add("delete from slip_code where person in (")
        .add(
            hashes.keySet().stream().map(id -> "?").collect(Collectors.joining(", ")),
            hashes.keySet().toArray())
        .add(")")
        .change(em);
    SqlText insert =
        new SqlText()
            .add("insert into slip_code (person, look_up, created_at, expires_at) values ");
    String comma = "";
    for (Map.Entry<UUID, String> one : hashes.entrySet()) {
      insert.add(
          comma + "(?, ?, ?, ?)",
          one.getKey(),
          one.getValue(),
          PeopleList.utc(now),
          PeopleList.utc(end));
      comma = ", ";
    }
    insert.change(em);
  }

  /** Somebody's code from now on; earlier ones are dead. */
  public void write(UUID person, String hash, Instant now, Instant end) {
    // Whoever prints at the same moment waits here, and comes after.
    new SqlText()
        .add("select cast(id as varchar(36)) from person where id = ? for update", person)
        .column(em);
    new SqlText().add("delete from slip_code where person = ?", person).change(em);
    new SqlText()
        .add(
            "insert into slip_code (person, look_up, created_at, expires_at) values (?, ?, ?, ?)",
            person,
            hash,
            PeopleList.utc(now),
            PeopleList.utc(end))
        .change(em);
  }

  /** Who has this login and is still there. */
  public Optional<Holder> holder(String login, Moment now) {
    return new SqlText()
            .add("select cast(p.id as varchar(36)), cast(p.organisation as varchar(36)), p.login,")
            .add(" p.first_name, p.last_name, p.usage_name, p.email,")
            .add(" cast(p.account as varchar(36)) from person p where p.login = ?", login)
            .add(" and (p.left_at is null or p.last_day >= ?)", now.today())
            .rows(em)
            .stream()
            .map(
                row -> {
                  String usage = SqlText.text(row[5]);
                  return new Holder(
                      SqlText.id(Objects.requireNonNull(row[0])),
                      new OrganisationId(SqlText.id(Objects.requireNonNull(row[1]))),
                      SqlText.text(row[2]),
                      new PersonName(
                          SqlText.text(row[3]), usage.isEmpty() ? SqlText.text(row[4]) : usage),
                      SqlText.text(row[6]),
                      Optional.ofNullable(row[7]).map(id -> new AccountId(SqlText.id(id))));
                })
            .findFirst();
  }

  /** Takes the code, if it works: it won't a second time, whoever else comes with it now. */
  public boolean spend(UUID person, String hash, Instant now) {
    return new SqlText()
            .add("delete from slip_code where person = ? and look_up = ?", person, hash)
            .add(" and expires_at > ?", PeopleList.utc(now))
            .change(em)
        == 1;
  }

  /** From now on they have this account. */
  public void enter(UUID person, AccountId account) {
    int changed =
        new SqlText()
            .add("update person set account = ?, version = version + 1", account.value())
            .add(" where id = ? and account is null", person)
            .change(em);
    if (changed != 1) {
      throw new IllegalStateException("Somebody came in meanwhile: " + person);
    }
  }

  /**
   * Somebody who may come in.
   *
   * @param email as their organisation knows it; empty for none
   * @param account that they have already
   */
  public record Holder(
      UUID person,
      OrganisationId organisation,
      String login,
      PersonName name,
      String email,
      Optional<AccountId> account) {}
}
