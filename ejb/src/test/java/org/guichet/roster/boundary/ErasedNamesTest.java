package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.guichet.platform.entity.Caller;
import org.guichet.roster.entity.ImportOptions;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Who was erased for good stands in no table any more, whoever named them. */
class ErasedNamesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Caller TIMER = Caller.system("people timer");
  private static final String PUPILS = "Nom;Prénom;Date de naissance;Classe\n";
  private static final String HER = "QUONQUAIRE;Zéphirine;03/04/2015;CE2 A\n";
  private static final String ZOE = "PETIT;Zoé;05/05/2015;CE2 A\n";
  private static final String PARENTS =
      "Nom;Prénom;Adresse;Courriel;Nom enfant;Prénom enfant;Classe enfant;"
          + "Nom enfant;Prénom enfant;Classe enfant\n";
  private static final String BOTH = "PETIT;Zoé;CE2 A;QUONQUAIRE;Zéphirine;CE2 A\n";
  private static final List<String> TRACES =
      List.of("quonquaire", "zéphirine", "zephirine", "2015-04-03", "03/04/2015", "2015-04-04");

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-02-01T12:00:00Z");
  private ImportDesk desk;

  @BeforeEach
  void open() {
    desk = new ImportDesk(DATABASE, clock, data);
  }

  /** Where her names or birth date stand, in any table. */
  private static List<String> traces() {
    try (Connection connection = DATABASE.dataSource().getConnection()) {
      List<String> found = new ArrayList<>();
      for (String[] column : texts(connection)) {
        String sql =
            "select count(*) from \"%s\" where lower(cast(\"%s\" as varchar)) like ?"
                .formatted(column[0], column[1]);
        for (String trace : TRACES) {
          try (PreparedStatement count = connection.prepareStatement(sql)) {
            count.setString(1, "%" + trace + "%");
            ResultSet row = count.executeQuery();
            row.next();
            if (row.getLong(1) > 0) {
              found.add((column[0] + "." + column[1]).toLowerCase(Locale.ROOT));
            }
          }
        }
      }
      return found.stream().distinct().toList();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String[]> texts(Connection connection) throws SQLException {
    List<String[]> columns = new ArrayList<>();
    try (PreparedStatement query =
            connection.prepareStatement(
                "select c.table_name, c.column_name from information_schema.columns c"
                    + " join information_schema.tables t on t.table_schema = c.table_schema"
                    + " and t.table_name = c.table_name where t.table_type = 'BASE TABLE'"
                    + " and lower(c.table_schema) = 'public'"
                    + " and lower(c.data_type) not in ('uuid', 'bytea', 'binary varying')");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        columns.add(new String[] {row.getString(1), row.getString(2)});
      }
    }
    assertThat(columns)
        .extracting(column -> column[0].toLowerCase(Locale.ROOT))
        .contains("person", "roster_row", "roster_row_block", "roster_change", "roster_choice");
    return columns;
  }

  private UUID begun(Profile profile, String text) {
    UUID id = desk.begin();
    desk.add(id, profile, "fichier.csv", text);
    return id;
  }

  private void leave() {
    UUID id = begun(Profile.PUPIL, PUPILS + ZOE);
    desk.in(() -> desk.drafts().choose(desk.chief, id, new ImportOptions(true, false)));
    desk.plan(id);
    desk.apply(id, "SUPPRIMER");
    assertThat(desk.find(id).state()).isEqualTo(ImportState.APPLIED);
  }

  private int erase() {
    return desk.in(() -> desk.peopleSweep().erase(TIMER));
  }

  private PlannedRow row(UUID id, long line) {
    return desk.rows(id).stream().filter(one -> one.ref().line() == line).findFirst().orElseThrow();
  }

  @Test
  void noRowNamesAnErasedChildWhoeverTheRowIsAbout() {
    desk.imported(Profile.PUPIL, PUPILS + HER + ZOE);
    UUID parents =
        desk.imported(
            Profile.PARENT,
            PARENTS
                + "AUTRENOM;Abel;1 rue X;;"
                + BOTH
                + "AUTRENOM;Abel;1 rue X;;QUONQUAIRE;Zéphirine;CE2 A;;;\n");
    UUID unsure = begun(Profile.PUPIL, PUPILS + "QUONQUAIRE;Zéphirine;04/04/2015;CE2 A\n" + ZOE);
    desk.plan(unsure);
    desk.in(() -> desk.plans().choose(desk.chief, unsure, new RowRef(0, 2), RowChoice.leftOut()));
    desk.work();
    desk.apply(unsure, "");
    assertThat(row(unsure, 2).operation()).isEqualTo(Operation.LEFT_OUT);
    leave();
    clock.advance(Duration.ofDays(75));
    UUID late =
        desk.imported(
            Profile.PARENT,
            PARENTS
                + "AUTRENOM;Abel;1 rue X;abel@example.org;"
                + BOTH
                + "AUTRE;Rose;;;PETIT;Zoé;CE2 A;QUONQUAIRE;Zéphirine Anne;CE2 A\n");
    assertThat(row(late, 2).childIds()).hasSize(2);
    assertThat(row(late, 3).findings())
        .extracting(RosterFinding::code)
        .contains(RosterCode.CHILD_NOT_FOUND);
    assertThat(traces()).as("the scan finds her").contains("person.last_name", "roster_row.body");

    clock.advance(Duration.ofDays(17));
    assertThat(erase()).isEqualTo(1);

    assertThat(traces()).isEmpty();
    PlannedRow abel = row(parents, 2);
    assertThat(abel.value(RosterField.FIRST_NAME)).isEqualTo("Abel");
    assertThat(abel.children()).containsExactly("PETIT Zoé (CE2 A)");
    assertThat(abel.childIds()).hasSize(1);
    assertThat(row(late, 3).findings())
        .as("that a child wasn't found stays told")
        .extracting(RosterFinding::value)
        .contains("…");
  }

  @Test
  void aDraftThatNamesAnErasedChildIsPlannedAnew() {
    desk.imported(Profile.PUPIL, PUPILS + HER + ZOE);
    leave();
    clock.advance(Duration.ofDays(90));
    UUID draft = begun(Profile.PUPIL, PUPILS + HER);
    desk.plan(draft);
    assertThat(row(draft, 2).operation()).as("she would come back").isEqualTo(Operation.CHANGE);
    clock.advance(Duration.ofDays(1));

    assertThat(erase()).isEqualTo(1);
    assertThat(desk.find(draft).state()).isEqualTo(ImportState.PLANNING);
    desk.work();

    assertThat(row(draft, 2).operation()).as("nobody knows her").isEqualTo(Operation.CREATE);
    desk.apply(draft, "");
    assertThat(desk.find(draft).state()).isEqualTo(ImportState.APPLIED);
    assertThat(desk.known(Profile.PUPIL)).hasSize(2);
  }

  @Test
  void rowsKeepNobodyWhoNeverCameOnceAnImportIsSettled() {
    desk.imported(Profile.PUPIL, PUPILS + ZOE);
    UUID undone = desk.imported(Profile.PUPIL, PUPILS + HER);
    UUID parents =
        desk.imported(
            Profile.PARENT, PARENTS + "AUTRE;Rose;;;PETIT;Zoé;CE2 A;QUONQUAIRE;Anne;CE2 A\n");
    desk.in(() -> desk.undoing().ask(desk.chief, undone));
    desk.work();
    assertThat(desk.find(undone).state()).isEqualTo(ImportState.UNDONE);
    UUID broken = begun(Profile.PUPIL, PUPILS + "QUONQUAIRE;Zéphirine;;CE2 A\n" + ZOE);
    desk.plan(broken);
    desk.in(() -> desk.plans().leaveOutErrors(desk.chief, broken));
    desk.work();
    desk.apply(broken, "");
    assertThat(traces()).contains("roster_row.body", "roster_row_block.body");

    clock.advance(Duration.ofDays(32));
    desk.in(() -> desk.sweep().forget(ImportDesk.WORKER));

    assertThat(traces()).isEmpty();
    assertThat(row(parents, 2).value(RosterField.FIRST_NAME)).isEqualTo("Rose");
    assertThat(row(parents, 2).children()).containsExactly("PETIT Zoé (CE2 A)");
    assertThat(row(broken, 2).operation()).isEqualTo(Operation.LEFT_OUT);
  }
}
