package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guichet.platform.control.SqlText;
import org.guichet.roster.control.planning.KeyDigest;
import org.guichet.roster.entity.ChildChoice;
import org.guichet.roster.entity.RowRef;
import org.jspecify.annotations.Nullable;

/** What somebody said about children of parents' rows, in the database. */
@Dependent
public class ChildChoices {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public ChildChoices() {}

  public ChildChoices(EntityManager em) {
    this.em = em;
  }

  /** All of an import, by row and digest of the child. Whoever is erased meanwhile isn't there. */
  public Map<RowRef, Map<Long, ChildChoice>> of(UUID owner) {
    Map<RowRef, Map<Long, ChildChoice>> choices = new HashMap<>();
    for (Object[] row :
        new SqlText()
            .add(
                "select file, line, child, child_file, child_line, cast(person as varchar(36))"
                    + " from roster_child_choice where import = ?",
                owner)
            .rows(em)) {
      choices
          .computeIfAbsent(
              new RowRef((int) SqlText.number(row[0]), SqlText.number(row[1])),
              nothing -> new HashMap<>())
          .put(SqlText.number(row[2]), choice(row));
    }
    return choices;
  }

  private static ChildChoice choice(@Nullable Object[] row) {
    Object file = row[3];
    Object line = row[4];
    if (file != null && line != null) {
      return ChildChoice.of(new RowRef((int) SqlText.number(file), SqlText.number(line)));
    }
    String person = SqlText.text(row[5]);
    return person.isEmpty() ? ChildChoice.NOBODY : ChildChoice.of(SqlText.id(person));
  }

  /**
   * Says who a child is.
   *
   * @param child how the row names it
   */
  public void choose(UUID owner, RowRef row, String child, ChildChoice choice) {
    long digest = KeyDigest.of(child);
    new SqlText()
        .add(
            "delete from roster_child_choice"
                + " where import = ? and file = ? and line = ? and child = ?",
            owner,
            row.file(),
            row.line(),
            digest)
        .change(em);
    RowRef pupil = choice.row();
    UUID person = choice.person();
    new SqlText()
        .add("insert into roster_child_choice (import, file, line, child, child_file, child_line,")
        .add(" person) values (?, ?, ?, ?,", owner, row.file(), row.line(), digest)
        .add(" nullif(?, -1),", pupil == null ? -1 : pupil.file())
        .add(" nullif(?, -1),", pupil == null ? -1 : pupil.line())
        .add(" cast(nullif(?, '') as uuid))", person == null ? "" : person.toString())
        .change(em);
  }

  /** Rows are others now: of one file, or of those behind one that went. */
  public void forget(UUID owner) {
    new SqlText().add("delete from roster_child_choice where import = ?", owner).change(em);
  }
}
