package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.SpreadsheetText;
import org.guichet.roster.SomePerson;
import org.guichet.roster.control.keeping.PeopleSheets;
import org.guichet.roster.control.planning.Import;
import org.guichet.roster.control.planning.PeopleInMemory;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PeopleQuery;
import org.guichet.roster.entity.PeopleSheet;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.SheetPart;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.guichet.testing.TestSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PeopleFilesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private final PeopleFiles files = new PeopleFiles();
  private final PeopleInMemory known = new PeopleInMemory();
  private OrganisationId school = new OrganisationId(new UUID(1, 1));
  private Caller admin = Caller.system("not yet");

  @BeforeEach
  void open() {
    FakeClock clock = FakeClock.at("2026-02-01T12:00:00Z");
    AccountDesk desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    OrganisationView view = desk.organisation("AAAAAAAA");
    school = view.id();
    admin = desk.caller(desk.member("Léa", "Martin", view, "IMPORT"), school);
    files.permissions = desk.permissions;
    files.sheets = new PeopleSheets(DATABASE.entityManager());
    files.trail = desk.audit.trail();
    files.settings = TestSettings.in(data);
    files.clock = clock;
  }

  private UUID add(SomePerson person) {
    known.add(person.known());
    return person.add(DATABASE, school);
  }

  /** The file as it is downloaded: cells neutralised, parted by semicolons. */
  private String file(Profile profile) {
    return DATABASE.inTransaction(
        () -> {
          PeopleSheet sheet = files.begin(admin, school, PeopleQuery.of(profile));
          List<List<String>> rows = new ArrayList<>(List.of(sheet.heads()));
          SheetPart part = files.rows(admin, school, sheet, Optional.empty());
          rows.addAll(part.rows());
          while (part.last().isPresent()) {
            part = files.rows(admin, school, sheet, part.last());
            rows.addAll(part.rows());
          }
          return rows.stream()
              .map(
                  row ->
                      row.stream().map(SpreadsheetText::harmless).collect(Collectors.joining(";")))
              .collect(Collectors.joining("\n", "", "\n"));
        });
  }

  @Test
  void pupilsAndParentsImportedAgainAreAllUnchanged() {
    UUID noa =
        add(
            SomePerson.pupil("Noa", "Fictif", "2015-09-01")
                .in("CE2 Tilleuls", "Latin")
                .with(RosterField.SEX, "F")
                .with(RosterField.INE, "123456789AB")
                .with(RosterField.LEVEL, "CE2")
                .with(RosterField.GROUPS, "A, B"));
    UUID bob =
        add(SomePerson.pupil("Bob", "d'Exemple", "2014-01-31").in("CM1").login("bob.d-exemple"));
    add(
        SomePerson.of(Profile.PARENT, "Camille", "Fictif")
            .with(RosterField.CIVILITY, "Mme")
            .with(RosterField.EMAIL, "camille@example.org")
            .with(RosterField.PHONE_MOBILE, "+41791234567")
            .with(RosterField.ADDRESS, "1 rue d’Exemple")
            .with(RosterField.POSTAL_CODE, "01234")
            .parentOf(noa, bob));

    Import again =
        new Import(data, known)
            .knownClasses("CE2 Tilleuls", "Latin", "CM1")
            .file(Profile.PUPIL, file(Profile.PUPIL))
            .file(Profile.PARENT, file(Profile.PARENT))
            .plan();
    assertThat(again.operations())
        .hasSize(3)
        .allMatch(operation -> operation == Operation.UNCHANGED);
  }

  @Test
  void columnsAreTheTemplatesAndWhatElseIsKnown() {
    add(
        SomePerson.of(Profile.TEACHER, "Ada", "Fictif")
            .in("CE1", "CE2", "CM1")
            .with(RosterField.TOWN, "Exempleville"));
    String file = file(Profile.TEACHER);
    assertThat(file)
        .isEqualTo(
            """
            Identifiant externe;Civilité;Nom;Prénom;Courriel;Ville;Classe;Classe;Classe
            ;;Fictif;Ada;;Exempleville;CE1;CE2;CM1
            """);
  }

  @Test
  void whoIsPreDeletedIsNotInTheFile() {
    add(SomePerson.of(Profile.STAFF, "Ada", "Fictif").leaving("2026-03-01"));
    assertThat(file(Profile.STAFF).lines()).hasSize(1);
  }

  @Test
  void goesOnBehindAMarkUntilEverybodyIsThere() {
    for (int n = 0; n < 1003; n++) {
      SomePerson.of(Profile.GUEST, "Ada", "Fictif" + (char) ('A' + n % 3))
          .login("ada" + n)
          .with(RosterField.EXTERNAL_ID, "E-" + n)
          .add(DATABASE, school);
    }
    List<String> lines = file(Profile.GUEST).lines().toList();
    assertThat(lines).hasSize(1004).doesNotHaveDuplicates();
  }
}
