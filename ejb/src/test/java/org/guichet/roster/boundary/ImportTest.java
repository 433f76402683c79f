package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.control.ServerRun;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.roster.control.keeping.PersonState;
import org.guichet.roster.entity.AddFileOutcome;
import org.guichet.roster.entity.ApplyOutcome;
import org.guichet.roster.entity.ClassMatch;
import org.guichet.roster.entity.ImportOptions;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.KnownPerson;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanQuery;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.PlannedRow;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterField;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.RowChoice;
import org.guichet.roster.entity.RowRef;
import org.guichet.roster.entity.UndoLook;
import org.guichet.roster.entity.WorkLease;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final String PUPILS =
      """
      Nom;Prénom;Date de naissance;Classe;INE
      MARTIN;Léa;01/09/2015;CE2 A;123456789AA
      LECŒUR;Noé;12/03/2016;CE2 A;123456789AB
      PETIT;Zoé;05/05/2015;CE2 B;
      """;
  private static final String PARENTS =
      """
      Nom responsable;Prénom responsable;Adresse responsable;Nom de famille enfant;Prénom enfant;Classes enfants
      MARTIN;Anne;1 rue des Lilas;MARTIN;Léa;CE2 A
      MARTIN;Paul;1 rue des Lilas;MARTIN;Léa;CE2 A
      """;

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-02-01T12:00:00Z");
  private ImportDesk desk;

  @BeforeEach
  void open() {
    desk = new ImportDesk(DATABASE, clock, data);
  }

  private static PlanQuery query(Operation operation) {
    return new PlanQuery(
        "", Optional.empty(), Optional.of(operation), "", Optional.empty(), PageRequest.from(0));
  }

  private KnownPerson known(Profile profile, String firstName) {
    return desk.known(profile).stream()
        .filter(person -> person.value(RosterField.FIRST_NAME).equals(firstName))
        .findFirst()
        .orElseThrow();
  }

  private List<String> logins(Profile profile) {
    return desk.known(profile).stream().map(KnownPerson::login).toList();
  }

  @Test
  void makesThePeopleThatItsPlanSays() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.add(id, Profile.PARENT, "parents.csv", PARENTS);

    PlanSummary summary = desk.plan(id);

    assertThat(desk.find(id).state()).isEqualTo(ImportState.PLANNED);
    assertThat(summary.count(Profile.PUPIL, Operation.CREATE)).isEqualTo(3);
    assertThat(summary.count(Profile.PARENT, Operation.CREATE)).isEqualTo(2);
    List<PlannedRow> rows = desk.rows(id);
    assertThat(rows)
        .extracting(PlannedRow::login)
        .containsExactly("lea.martin", "noe.lecoeur", "zoe.petit", "anne.martin", "paul.martin");
    assertThat(desk.known(Profile.PUPIL)).as("nothing is done yet").isEmpty();

    assertThat(desk.apply(id, "")).isEqualTo(ApplyOutcome.STARTED);

    assertThat(desk.find(id).state()).isEqualTo(ImportState.APPLIED);
    assertThat(logins(Profile.PUPIL))
        .as("the logins that the plan showed")
        .containsExactlyInAnyOrder("lea.martin", "noe.lecoeur", "zoe.petit");
    KnownPerson lea = known(Profile.PUPIL, "Léa");
    assertThat(lea.value(RosterField.BIRTH_DATE)).isEqualTo("2015-09-01");
    assertThat(lea.value(RosterField.INE)).isEqualTo("123456789AA");
    assertThat(lea.classes()).containsExactly("CE2 A");
    assertThat(known(Profile.PARENT, "Anne").children()).containsExactly(lea.id());
    assertThat(desk.accounts.mails.last().template()).isEqualTo("roster.applied");
  }

  @Test
  void changesNothingTheSecondTime() {
    desk.imported(Profile.PUPIL, PUPILS);

    UUID again = desk.begin();
    desk.add(again, Profile.PUPIL, "eleves.csv", PUPILS);
    PlanSummary summary = desk.plan(again);

    assertThat(summary.count(Operation.UNCHANGED)).isEqualTo(3);
    assertThat(summary.count(Operation.CREATE) + summary.count(Operation.CHANGE)).isZero();
  }

  @Test
  void changesFieldByFieldAndKeepsWhatAFileDoesNotSay() {
    desk.imported(Profile.PUPIL, PUPILS);
    UUID id = desk.begin();
    desk.add(
        id,
        Profile.PUPIL,
        "eleves.csv",
        """
        Nom;Prénom;Date de naissance;Classe;INE;Ville
        MARTIN;Léa;01/09/2015;CM1;123456789AA;Lyon
        """);
    desk.plan(id);

    PlannedRow row = desk.rows(id).get(0);
    assertThat(row.operation()).isEqualTo(Operation.CHANGE);
    assertThat(row.changes())
        .extracting(change -> change.field() + " " + change.before() + ">" + change.after())
        .containsExactlyInAnyOrder("CLASS CE2 A>CM1", "TOWN >Lyon");

    desk.apply(id, "");

    KnownPerson lea = known(Profile.PUPIL, "Léa");
    assertThat(lea.classes()).containsExactly("CM1");
    assertThat(lea.value(RosterField.TOWN)).isEqualTo("Lyon");
    assertThat(lea.value(RosterField.INE)).isEqualTo("123456789AA");
    assertThat(desk.known(Profile.PUPIL)).hasSize(3);
  }

  @Test
  void letsGoOfWhoeverIsAbsentOnlyWhenSomebodyTypesIt() {
    desk.imported(Profile.PUPIL, PUPILS);
    UUID id = desk.begin();
    desk.add(
        id, Profile.PUPIL, "un.csv", PUPILS.lines().limit(2).reduce("", (a, b) -> a + b + "\n"));
    desk.in(() -> desk.drafts().choose(desk.chief, id, new ImportOptions(true, false)));
    PlanSummary summary = desk.plan(id);

    assertThat(summary.isGuarded()).isTrue();
    assertThat(desk.apply(id, "oui")).isEqualTo(ApplyOutcome.NOT_CONFIRMED);
    assertThat(desk.known(Profile.PUPIL)).noneMatch(KnownPerson::leaving);
    assertThat(desk.apply(id, " supprimer ")).isEqualTo(ApplyOutcome.STARTED);

    assertThat(desk.known(Profile.PUPIL)).filteredOn(KnownPerson::leaving).hasSize(2);
    UUID back = desk.imported(Profile.PUPIL, PUPILS);
    assertThat(desk.find(back).summary().orElseThrow().returning()).isEqualTo(2);
    assertThat(desk.known(Profile.PUPIL))
        .as("the same people again")
        .hasSize(3)
        .noneMatch(KnownPerson::leaving);
  }

  @Test
  void takesClassesAwayWithTheSchoolYear() {
    desk.imported(Profile.PUPIL, PUPILS);
    UUID id = desk.begin();
    desk.add(
        id,
        Profile.PUPIL,
        "eleves.csv",
        """
        Nom;Prénom;Date de naissance;Classe
        MARTIN;Léa;01/09/2015;CM1
        LECŒUR;Noé;12/03/2016;CE2 A
        """);
    desk.in(() -> desk.drafts().choose(desk.chief, id, new ImportOptions(false, true)));
    desk.plan(id);
    desk.apply(id, "");

    assertThat(known(Profile.PUPIL, "Zoé").classes()).as("CE2 B is gone").isEmpty();
    assertThat(known(Profile.PUPIL, "Noé").classes()).containsExactly("CE2 A");

    desk.in(() -> desk.undoing().ask(desk.chief, id));
    desk.work();
    assertThat(known(Profile.PUPIL, "Zoé").classes()).containsExactly("CE2 B");
    assertThat(known(Profile.PUPIL, "Léa").classes()).containsExactly("CE2 A");
  }

  @Test
  void mendsACellAndPlansAnew() {
    UUID id = desk.begin();
    desk.add(
        id,
        Profile.PUPIL,
        "eleves.csv",
        "Nom;Prénom;Date de naissance;Classe\nMARTIN;Léa;31/02/2015;CE2 A\n");
    PlanSummary summary = desk.plan(id);

    assertThat(summary.isApplicable()).isFalse();
    assertThat(desk.apply(id, "")).isEqualTo(ApplyOutcome.BLOCKED);
    PlannedRow bad = desk.rows(id, query(Operation.ERROR)).rows().get(0);
    assertThat(bad.findings()).extracting(RosterFinding::code).contains(RosterCode.NOT_A_DAY);

    boolean edited =
        desk.in(
            () -> desk.mending().edit(desk.chief, id, bad.ref(), Map.of(2, "28/02/2015", 9, "x")));
    desk.work();

    assertThat(edited).isTrue();
    assertThat(desk.rows(id).get(0).operation()).isEqualTo(Operation.CREATE);
    assertThat(desk.apply(id, "")).isEqualTo(ApplyOutcome.STARTED);
    assertThat(known(Profile.PUPIL, "Léa").value(RosterField.BIRTH_DATE)).isEqualTo("2015-02-28");
  }

  @Test
  void asksWhoSomebodyIsAndHearsTheAnswer() {
    desk.imported(Profile.PUPIL, PUPILS);
    UUID id = desk.begin();
    desk.add(
        id,
        Profile.PUPIL,
        "eleves.csv",
        "Nom;Prénom;Date de naissance;Classe\nMARTIN;Léa;02/09/2015;CE2 A\n");
    desk.plan(id);
    PlannedRow unclear = desk.rows(id).get(0);
    assertThat(unclear.operation()).isEqualTo(Operation.ERROR);
    assertThat(unclear.candidates()).hasSize(1);

    desk.in(
        () ->
            desk.plans()
                .choose(
                    desk.chief,
                    id,
                    unclear.ref(),
                    RowChoice.same(unclear.candidates().get(0).person())));
    desk.work();
    desk.apply(id, "");

    assertThat(known(Profile.PUPIL, "Léa").value(RosterField.BIRTH_DATE)).isEqualTo("2015-09-02");
    assertThat(desk.known(Profile.PUPIL)).hasSize(3);
  }

  @Test
  void leavesOutWhatNobodyCanMend() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS + "SANS;;01/01/2015;CE2 A;\n");
    desk.plan(id);

    assertThat(desk.<Integer>in(() -> desk.plans().leaveOutErrors(desk.chief, id))).isOne();
    desk.work();
    assertThat(desk.apply(id, "")).isEqualTo(ApplyOutcome.STARTED);

    assertThat(desk.known(Profile.PUPIL)).hasSize(3);
    assertThat(desk.rows(id, query(Operation.LEFT_OUT)).rows())
        .extracting(row -> row.ref().line())
        .containsExactly(5L);
  }

  @Test
  void writesTheRowsInErrorAsAFile() throws IOException {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS + "SANS;;01/01/2015;CE2 A;\n");
    desk.plan(id);
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    boolean written = desk.in(() -> desk.plans().errorRows(desk.chief, id, 0, Locale.FRENCH, out));

    assertThat(written).isTrue();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("SANS")
        .contains("IMP-301")
        .doesNotContain("MARTIN");
  }

  @Test
  void makesThePlanAnewWhenPeopleChangedSince() {
    UUID first = desk.begin();
    desk.add(first, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.plan(first);
    clock.advance(Duration.ofMinutes(1));
    desk.imported(Profile.PUPIL, PUPILS);
    assertThat(desk.apply(first, "")).isEqualTo(ApplyOutcome.STARTED);

    ImportView view = desk.find(first);
    assertThat(view.state()).as("to be read again").isEqualTo(ImportState.PLANNED);
    assertThat(view.summary().orElseThrow().count(Operation.UNCHANGED)).isEqualTo(3);
    assertThat(desk.known(Profile.PUPIL)).hasSize(3);
  }

  @Test
  void reservesTheLoginsOfAPlanAgainstOtherImports() {
    UUID first = desk.begin();
    desk.add(first, Profile.TEACHER, "a.csv", "Nom;Prénom\nMARTIN;Léa\n");
    desk.plan(first);
    UUID second = desk.begin();
    desk.add(second, Profile.STAFF, "b.csv", "Nom;Prénom\nMARTIN;Léa\n");
    desk.plan(second);

    assertThat(desk.rows(first).get(0).login()).isEqualTo("lea.martin");
    assertThat(desk.rows(second).get(0).login()).isEqualTo("lea.martin2");
  }

  @Test
  void worksOnOneImportOfAnOrganisationAtATime() {
    UUID first = desk.begin();
    desk.add(first, Profile.PUPIL, "a.csv", PUPILS);
    UUID second = desk.begin();
    desk.add(second, Profile.PUPIL, "b.csv", PUPILS);
    desk.in(() -> desk.plans().ask(desk.chief, first));
    desk.in(() -> desk.plans().ask(desk.chief, second));

    Optional<WorkLease> mine = desk.steps().claim(ImportDesk.WORKER);
    assertThat(mine).isPresent();
    assertThat(desk.steps().claim(ImportDesk.WORKER)).isEmpty();

    // Whoever had it died: its time runs out, and somebody else does both.
    clock.advance(Duration.ofMinutes(4));
    desk.work();
    assertThat(desk.find(first).state()).isEqualTo(ImportState.PLANNED);
    assertThat(desk.find(second).state()).isEqualTo(ImportState.PLANNED);
    assertThatExceptionOfType(WorkLostException.class)
        .isThrownBy(() -> desk.steps().renew(ImportDesk.WORKER, mine.orElseThrow(), 1, 2));
  }

  @Test
  void goesOnWithTheWorkOfAServerThatWasStartedAnew() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.in(() -> desk.plans().ask(desk.chief, id));
    assertThat(desk.steps().claim(ImportDesk.WORKER)).as("and then it dies").isPresent();
    desk.work();
    assertThat(desk.find(id).state()).as("somebody may be at it").isEqualTo(ImportState.PLANNING);

    ImportSteps restarted = desk.steps();
    restarted.run = new ServerRun("node", new UUID(6, 6));
    assertThat(restarted.releaseEarlierRuns(ImportDesk.WORKER)).isOne();
    desk.work();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.PLANNED);
  }

  @Test
  void goesOnWithTheWorkOfAServerThatNeverCameBack() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.in(() -> desk.plans().ask(desk.chief, id));
    assertThat(desk.steps().claim(ImportDesk.WORKER)).isPresent();

    clock.advance(Duration.ofMinutes(3));
    desk.work();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.PLANNED);
  }

  @Test
  void undoesWhatNobodyChangedSince() {
    UUID first = desk.imported(Profile.PUPIL, PUPILS);
    clock.advance(Duration.ofDays(1));
    desk.imported(
        Profile.PUPIL,
        "Nom;Prénom;Date de naissance;Classe;INE\nMARTIN;Léa;01/09/2015;CM1;123456789AA\n");

    UndoLook look = desk.in(() -> desk.undoing().look(desk.chief, first)).orElseThrow();
    assertThat(look).isEqualTo(new UndoLook(2, 1));
    assertThat(desk.<Boolean>in(() -> desk.undoing().ask(desk.chief, first))).isTrue();
    desk.work();

    ImportView view = desk.find(first);
    assertThat(view.state()).isEqualTo(ImportState.UNDONE);
    assertThat(view.undone().orElseThrow().reversed()).isEqualTo(2);
    assertThat(view.undone().orElseThrow().kept()).isOne();
    assertThat(desk.known(Profile.PUPIL)).hasSize(1);
  }

  @Test
  void keepsWhomALaterImportNamed() {
    UUID first = desk.imported(Profile.PUPIL, PUPILS);
    desk.imported(Profile.PUPIL, PUPILS);

    UndoLook look = desk.in(() -> desk.undoing().look(desk.chief, first)).orElseThrow();
    assertThat(look).as("the later one found them unchanged").isEqualTo(new UndoLook(0, 3));
    desk.in(() -> desk.undoing().ask(desk.chief, first));
    desk.work();
    assertThat(desk.known(Profile.PUPIL)).hasSize(3);
  }

  @Test
  void givesTimeToWhomeverUndoingSendsAwayAgain() {
    desk.imported(Profile.PUPIL, PUPILS);
    UUID leave = desk.begin();
    desk.add(
        leave, Profile.PUPIL, "un.csv", "Nom;Prénom;Date de naissance;Classe\nX;Y;01/01/2015;CP\n");
    desk.in(() -> desk.drafts().choose(desk.chief, leave, new ImportOptions(true, false)));
    desk.plan(leave);
    desk.apply(leave, "SUPPRIMER");
    clock.advance(Duration.ofDays(80));
    UUID back = desk.imported(Profile.PUPIL, PUPILS);
    clock.advance(Duration.ofDays(15));
    desk.in(() -> desk.undoing().ask(desk.chief, back));
    desk.work();

    List<LocalDate> lastDays =
        desk.in(
            () ->
                desk.people().part(desk.school.id(), Profile.PUPIL, null, 10).stream()
                    .filter(state -> state.person().leaving())
                    .map(PersonState::lastDay)
                    .toList());
    assertThat(lastDays).hasSize(3).allMatch(day -> day.isAfter(LocalDate.of(2026, 5, 8)));
  }

  @Test
  void appliesNoPlanThatWasNotRead() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.plan(id);

    ApplyOutcome unread =
        desk.in(() -> desk.plans().apply(desk.chief, id, new UUID(1, 2), "SUPPRIMER"));
    desk.work();

    assertThat(unread).isEqualTo(ApplyOutcome.NOT_PLANNED);
    assertThat(desk.find(id).state()).isEqualTo(ImportState.PLANNED);
    assertThat(desk.known(Profile.PUPIL)).isEmpty();
  }

  @Test
  void makesNoClassOfARowThatIsLeftOut() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS + "SANS;;01/01/2015;#REF!;\n");
    desk.plan(id);
    desk.in(() -> desk.plans().leaveOutErrors(desk.chief, id));
    desk.work();
    desk.apply(id, "");

    UUID next = desk.begin();
    desk.add(next, Profile.PUPIL, "eleves.csv", PUPILS);
    assertThat(desk.in(() -> desk.reading().classes(desk.chief, next)).known())
        .containsExactly("CE2 A", "CE2 B");
  }

  @Test
  void movesAnswersUpWithTheirFiles() {
    UUID id = desk.begin();
    desk.add(id, Profile.TEACHER, "a.csv", "Nom;Prénom\nROY;Luc\n");
    desk.add(id, Profile.PUPIL, "b.csv", PUPILS);
    desk.add(id, Profile.GUEST, "c.csv", "Nom;Prénom\nROY;Ida\n");
    desk.plan(id);
    for (int file : new int[] {2, 1, 0}) {
      desk.in(() -> desk.plans().choose(desk.chief, id, new RowRef(file, 2), RowChoice.leftOut()));
    }
    desk.in(() -> desk.drafts().remove(desk.chief, id, 0, "a.csv"));
    desk.plan(id);

    assertThat(desk.rows(id, query(Operation.LEFT_OUT)).rows())
        .extracting(row -> row.value(RosterField.LAST_NAME))
        .containsExactlyInAnyOrder("MARTIN", "ROY");
  }

  @Test
  void cannotBeUndoneAfterThirtyDays() {
    UUID id = desk.imported(Profile.PUPIL, PUPILS);
    clock.advance(Duration.ofDays(30));

    assertThat(desk.in(() -> desk.undoing().look(desk.chief, id))).isEmpty();
    assertThat(desk.<Boolean>in(() -> desk.undoing().ask(desk.chief, id))).isFalse();
  }

  @Test
  void doesNothingAtAllWhenSomethingFailsInTheMiddle() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.add(id, Profile.TEACHER, "profs.csv", "Nom;Prénom\nROY;Luc\n");
    desk.plan(id);
    // What nobody could foresee: a row of the plan that the tables refuse.
    DATABASE.inTransaction(
        () ->
            DATABASE
                .entityManager()
                .createNativeQuery(
                    "update roster_row set login = 'lea.martin' where login = 'luc.roy'")
                .executeUpdate());

    desk.apply(id, "");

    ImportView view = desk.find(id);
    assertThat(view.state()).isEqualTo(ImportState.PLANNED);
    assertThat(view.failure()).isPresent();
    assertThat(desk.known(Profile.PUPIL)).isEmpty();
    assertThat(desk.known(Profile.TEACHER)).isEmpty();
  }

  @Test
  void rendersEachAnswerAboutColumnsAndRemembersItForTheNextFile() {
    String odd = "Patronyme usuel;Prénom;Date de naissance;Classe\nMARTIN;Léa;01/09/2015;CE2 A\n";
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "odd.csv", odd);
    assertThat(desk.in(() -> desk.reading().fields(desk.chief, id)).get(0).isReady()).isFalse();

    desk.in(() -> desk.reading().choose(desk.chief, id, 0, Map.of(0, RosterField.LAST_NAME)));
    assertThat(desk.in(() -> desk.reading().fields(desk.chief, id)).get(0).isReady()).isTrue();

    UUID next = desk.begin();
    desk.add(next, Profile.PUPIL, "odd.csv", odd);
    assertThat(desk.in(() -> desk.reading().fields(desk.chief, next)).get(0).isReady()).isTrue();
  }

  @Test
  void proposesClassesThatDifferByABlankAndRenamesThemEverywhere() {
    desk.imported(Profile.PUPIL, PUPILS);
    UUID id = desk.begin();
    desk.add(
        id,
        Profile.PUPIL,
        "eleves.csv",
        "Nom;Prénom;Date de naissance;Classe\nNEUF;Ali;01/09/2015;ce2a\nNEUF;Eva;01/09/2016;CP\n");

    List<ClassMatch> matches = desk.in(() -> desk.reading().classes(desk.chief, id)).matches();
    assertThat(matches)
        .extracting(match -> match.label() + ">" + match.target() + " " + match.kind())
        .containsExactlyInAnyOrder("ce2a>CE2 A NEAR_KNOWN", "CP>CP NEW");
    desk.in(() -> desk.reading().chooseClasses(desk.chief, id, Map.of("CP", "CE2 B")));
    desk.plan(id);
    desk.apply(id, "");

    assertThat(known(Profile.PUPIL, "Ali").classes()).containsExactly("CE2 A");
    assertThat(known(Profile.PUPIL, "Eva").classes()).containsExactly("CE2 B");
  }

  @Test
  void takesWhatIsLongerThanItsColumn() {
    String label = "C".repeat(400);
    String group = "G".repeat(400);
    UUID id =
        desk.imported(
            Profile.PUPIL,
            "Nom;Prénom;Date de naissance;Classe;Groupe;Groupes;Regroupement\n"
                + String.join(
                    ";", "LONG", "Eva", "01/09/2015", label, group, "H" + group, "I" + group)
                + "\n");

    assertThat(desk.find(id).state()).isEqualTo(ImportState.APPLIED);
    assertThat(desk.find(id).summary().orElseThrow().findings())
        .containsKey(RosterCode.VALUE_TOO_LONG);
    assertThat(known(Profile.PUPIL, "Eva").classes()).containsExactly("C".repeat(255));
  }

  @Test
  void keepsFilesOutOfOneAnothersWay() {
    UUID id = desk.begin();
    assertThat(desk.add(id, Profile.PUPIL, "a.csv", PUPILS)).isEqualTo(new AddFileOutcome.Taken(0));
    assertThat(desk.add(id, Profile.PUPIL, "b.csv", PUPILS))
        .isEqualTo(new AddFileOutcome.AlreadyThere("a.csv"));
    assertThat(desk.add(id, Profile.PARENT, "C:\\temp\\p.csv", PARENTS))
        .isEqualTo(new AddFileOutcome.Taken(1));
    assertThat(desk.find(id).files())
        .extracting(ImportView.FileView::name)
        .containsExactly("a.csv", "p.csv");

    assertThat(desk.<Boolean>in(() -> desk.drafts().remove(desk.chief, id, 0, "a.csv"))).isTrue();

    assertThat(desk.find(id).files()).extracting(ImportView.FileView::place).containsExactly(0);
    PlanSummary summary = desk.plan(id);
    assertThat(summary.count(Profile.PARENT, Operation.CREATE)).isEqualTo(2);
    assertThat(summary.findings()).containsKey(RosterCode.CHILD_NOT_FOUND);
  }

  @Test
  void filtersTheRowsOfAPlan() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.add(id, Profile.PARENT, "parents.csv", PARENTS);
    desk.plan(id);

    assertThat(names(id, "lecoeur", Optional.empty(), "")).containsExactly("LECŒUR");
    assertThat(names(id, "", Optional.of(Profile.PARENT), "")).hasSize(2);
    assertThat(names(id, "", Optional.empty(), "CE2 B")).containsExactly("PETIT");
  }

  private List<String> names(UUID id, String name, Optional<Profile> profile, String label) {
    PlanQuery query =
        new PlanQuery(
            name, profile, Optional.empty(), label, Optional.empty(), PageRequest.from(0));
    return desk.rows(id, query).rows().stream()
        .map(row -> row.value(RosterField.LAST_NAME))
        .toList();
  }

  @Test
  void givesUpWithAllThatItKept() {
    UUID id = desk.begin();
    desk.add(id, Profile.PUPIL, "eleves.csv", PUPILS);
    desk.plan(id);

    assertThat(desk.<Boolean>in(() -> desk.drafts().cancel(desk.chief, id))).isTrue();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.CANCELLED);
    assertThat(Files.exists(data.resolve("imports").resolve(id.toString()))).isFalse();
    assertThat(desk.<Boolean>in(() -> desk.plans().ask(desk.chief, id))).isFalse();
  }

  @Test
  void forgetsFilesAMonthAfterAndKeepsTheReport() {
    UUID id = desk.imported(Profile.PUPIL, PUPILS);
    clock.advance(Duration.ofDays(32));

    assertThat(desk.<Integer>in(() -> desk.sweep().forget(ImportDesk.WORKER))).isOne();

    assertThat(Files.exists(data.resolve("imports").resolve(id.toString()))).isFalse();
    assertThat(desk.rows(id)).hasSize(3);
    assertThat(desk.<Integer>in(() -> desk.sweep().forget(ImportDesk.WORKER))).isZero();
  }

  @Test
  void showsNobodyAnotherOrganisationsImports() {
    UUID id = desk.begin();
    OrganisationView other = desk.accounts.organisation("98XYZ765");
    Caller elsewhere =
        desk.accounts.caller(
            desk.accounts.member("Lia", "Roy", other, "BP-ADMIN", "IMPORT"), other.id());

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.in(() -> desk.drafts().find(elsewhere, id)))
        .extracting(RefusedException::code)
        .isEqualTo(RefusedException.Code.NO_SUCH_IMPORT);
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(
            () ->
                desk.in(
                    () ->
                        desk.plans().choose(elsewhere, id, new RowRef(0, 2), RowChoice.leftOut())));
  }
}
