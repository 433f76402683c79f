package org.guichet.roster.control.keeping;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.guichet.platform.control.SqlText;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;

/** What somebody said about rows and columns, in the database. */
@Dependent
public class Choices {
  @PersistenceContext(unitName = "guichet")
  EntityManager em;

  /** For the container, which brings the entity manager. */
  public Choices() {}

  public Choices(EntityManager em) {
    this.em = em;
  }

  /** All that was said about the rows of an import. */
  public Map<RowRef, RowChoice> choices(UUID owner) {
    Map<RowRef, RowChoice> choices = new HashMap<>();
    for (Object[] row :
        new SqlText()
            .add(
                "select file, line, kind, cast(person as varchar(36)) from roster_choice"
                    + " where import = ? and kind is not null",
                owner)
            .rows(em)) {
      String person = SqlText.text(row[3]);
      choices.put(
          new RowRef((int) SqlText.number(row[0]), SqlText.number(row[1])),
          new RowChoice(
              RowChoice.Kind.valueOf(SqlText.text(row[2])),
              person.isEmpty() ? null : SqlText.id(person)));
    }
    return choices;
  }

  /** What was typed into the cells of an import's rows, by column from 0. */
  public Map<RowRef, Map<Integer, String>> edits(UUID owner) {
    Map<RowRef, Map<Integer, String>> edits = new HashMap<>();
    for (Object[] row :
        new SqlText()
            .add(
                "select file, line, edits from roster_choice"
                    + " where import = ? and edits is not null",
                owner)
            .rows(em)) {
      edits.put(
          new RowRef((int) SqlText.number(row[0]), SqlText.number(row[1])),
          cells(SqlText.text(row[2])));
    }
    return edits;
  }

  public void choose(UUID owner, RowRef row, RowChoice choice) {
    make(owner, row);
    UUID person = choice.person();
    new SqlText()
        .add(
            "update roster_choice set kind = ?, person = cast(nullif(?, '') as uuid)"
                + " where import = ? and file = ? and line = ?",
            choice.kind().name(),
            person == null ? "" : person.toString(),
            owner,
            row.file(),
            row.line())
        .change(em);
  }

  /** Takes back what was decided about a row; its edits stay. */
  public void forget(UUID owner, RowRef row) {
    new SqlText()
        .add(
            "update roster_choice set kind = null, person = null"
                + " where import = ? and file = ? and line = ?",
            owner,
            row.file(),
            row.line())
        .change(em);
  }

  /** Adds to what was typed into a row's cells. */
  public void edit(UUID owner, RowRef row, Map<Integer, String> cells) {
    make(owner, row);
    Map<Integer, String> all = new HashMap<>(edits(owner).getOrDefault(row, Map.of()));
    all.putAll(cells);
    new SqlText()
        .add(
            "update roster_choice set edits = ? where import = ? and file = ? and line = ?",
            text(all),
            owner,
            row.file(),
            row.line())
        .change(em);
  }

  private void make(UUID owner, RowRef row) {
    boolean there =
        new SqlText()
                .add(
                    "select count(*) from roster_choice where import = ? and file = ? and line = ?",
                    owner,
                    row.file(),
                    row.line())
                .number(em)
            > 0;
    if (!there) {
      new SqlText()
          .add(
              "insert into roster_choice (import, file, line) values (?, ?, ?)",
              owner,
              row.file(),
              row.line())
          .change(em);
    }
  }

  /** A file went, or its rows are others now. */
  public void forgetFile(UUID owner, int place, boolean gone) {
    new SqlText()
        .add("delete from roster_choice where import = ? and file = ?", owner, place)
        .change(em);
    if (gone) {
      // One file after the other: a key that is taken for a moment is one too many.
      long last =
          SqlText.number(
              new SqlText()
                  .add("select max(file) from roster_choice where import = ?", owner)
                  .column(em)
                  .get(0));
      for (int from = place + 1; from <= last; from++) {
        new SqlText()
            .add(
                "update roster_choice set file = ? where import = ? and file = ?",
                from - 1,
                owner,
                from)
            .change(em);
      }
    }
  }

  public void forgetAll(UUID owner) {
    new SqlText().add("delete from roster_choice where import = ?", owner).change(em);
  }

  /** What an organisation's people said of headers before, by their normal form. */
  public Map<String, RosterField> headers(OrganisationId organisation, Profile profile) {
    Map<String, RosterField> headers = new HashMap<>();
    for (Object[] row :
        new SqlText()
            .add(
                "select header, field from roster_header where organisation = ? and profile = ?",
                organisation.value(),
                profile.name())
            .rows(em)) {
      headers.put(SqlText.text(row[0]), RosterField.valueOf(SqlText.text(row[1])));
    }
    return headers;
  }

  /** Remembers what a header means, for the files to come. */
  public void remember(
      OrganisationId organisation, Profile profile, String header, RosterField field) {
    Object[] key = {organisation.value(), profile.name(), header};
    new SqlText()
        .add("delete from roster_header where organisation = ? and profile = ? and header = ?", key)
        .change(em);
    new SqlText()
        .add(
            "insert into roster_header (organisation, profile, header, field) values (?, ?, ?, ?)",
            organisation.value(),
            profile.name(),
            header,
            field.name())
        .change(em);
  }

  private static String text(Map<Integer, String> cells) {
    var object = RosterJson.JSON.createObjectBuilder();
    cells.forEach((column, value) -> object.add(column.toString(), value));
    return object.build().toString();
  }

  private static Map<Integer, String> cells(String json) {
    Map<Integer, String> cells = new HashMap<>();
    var object = RosterJson.parse(json);
    object.keySet().forEach(column -> cells.put(Integer.valueOf(column), object.getString(column)));
    return cells;
  }
}
