package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.guichet.platform.control.BulkInsert;
import org.guichet.platform.control.SqlText;
import org.jspecify.annotations.Nullable;

/** What imports changed, each with what was there before. */
@Dependent
public class UndoBook {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public UndoBook() {}

  public UndoBook(EntityManager em) {
    this.em = em;
  }

  /** What was done to somebody, or to a class. */
  public enum Kind {
    CREATED,
    CHANGED,
    LEFT,
    CLASS_MADE,
    CLASS_GONE
  }

  /**
   * One change.
   *
   * @param place in the order in which they were made, from 0
   * @param subject a person, or a class
   * @param before the person, or of a class its label; null where there was nothing
   */
  public record Change(long place, Kind kind, UUID subject, @Nullable String before) {
    /** What was done to somebody who was there. */
    public static Change to(long place, Kind kind, PersonState before) {
      return new Change(place, kind, before.person().id(), before.write());
    }

    /** Somebody as they were. */
    public PersonState person() {
      return PersonState.read(subject, before == null ? "{}" : before);
    }
  }

  public void add(UUID owner, Collection<Change> changes) {
    try {
      BulkInsert insert =
          new BulkInsert(
              em.unwrap(Connection.class),
              "roster_change",
              "import uuid",
              "place bigint",
              "kind varchar",
              "subject uuid",
              "before varchar");
      for (Change change : changes) {
        insert.add(owner, change.place(), change.kind().name(), change.subject(), change.before());
      }
      insert.execute();
    } catch (SQLException e) {
      throw SqlFailure.of(e);
    }
  }

  /** Changes of a kind behind this place, in their order. */
  public List<Change> after(UUID owner, Kind kind, long place, int most) {
    List<Change> changes = new ArrayList<>();
    for (Object[] row :
        new SqlText()
            .add(
                "select place, cast(subject as varchar(36)), before from roster_change"
                    + " where import = ? and kind = ? and place > ? order by import, place",
                owner,
                kind.name(),
                place)
            .rows(em, 0, most)) {
      changes.add(
          new Change(
              SqlText.number(row[0]),
              kind,
              SqlText.id(SqlText.text(row[1])),
              row[2] == null ? null : SqlText.text(row[2])));
    }
    return changes;
  }

  /**
   * How many people an import touched whom nobody has changed since, and no later import named.
   *
   * @param applied when it was done
   */
  public long untouched(UUID owner, Instant applied) {
    return new SqlText()
        .add(
            "select count(*) from roster_change c join person p on p.id = c.subject"
                + " where c.import = ? and p.changed_by_import = ?"
                + " and (c.kind <> 'CREATED' or p.account is null)"
                + " and (select count(*) from roster_row r join roster_import i on i.plan = r.plan"
                + " where r.person = p.id and i.state = 'APPLIED' and i.ended_at > ?) = 0",
            owner,
            owner,
            applied.atOffset(ZoneOffset.UTC))
        .number(em);
  }

  /** How many people an import touched. */
  public long touched(UUID owner) {
    return new SqlText()
        .add(
            "select count(*) from roster_change where import = ?"
                + " and kind in ('CREATED', 'CHANGED', 'LEFT')",
            owner)
        .number(em);
  }

  /** It can't be undone any more. */
  public void forget(UUID owner) {
    new SqlText().add("delete from roster_change where import = ?", owner).change(em);
  }
}
