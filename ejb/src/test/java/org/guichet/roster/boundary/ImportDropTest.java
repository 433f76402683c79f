package org.guichet.roster.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.guichet.organisation.OrganisationSamples;
import org.guichet.organisation.entity.KeyScope;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;
import org.guichet.roster.entity.ImportOptions;
import org.guichet.roster.entity.ImportSource;
import org.guichet.roster.entity.ImportState;
import org.guichet.roster.entity.ImportView;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.Profile;
import org.guichet.roster.entity.ReportView;
import org.guichet.roster.entity.RosterCode;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ImportDropTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final String PUPILS =
      """
      Nom;Prénom;Date de naissance;Classe
      MARTIN;Léa;01/09/2015;CE2 A
      PETIT;Zoé;05/05/2015;CE2 B
      """;
  private static final String TEACHERS =
      """
      Nom;Prénom;Civilité;Classe
      DURAND;Émile;M.;CE2 A
      """;
  private static final String BROKEN =
      """
      Nom;Prénom;Date de naissance;Classe
      =SOMME(A1);;01/09/2015;CE2 A
      """;

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-02-01T12:00:00Z");
  private ImportDesk desk;
  private Caller robot;

  @BeforeEach
  void open() {
    desk = new ImportDesk(DATABASE, clock, data);
    robot =
        desk.in(
            () ->
                desk.accounts.organisations.key(
                    desk.school, "robot", OrganisationSamples.ED25519, KeyScope.IMPORT));
  }

  private PeopleFile file(Profile profile, String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new PeopleFile(
        UUID.randomUUID(),
        desk.school.id(),
        profile,
        name,
        new Stored(Sha256.of(bytes), bytes.length));
  }

  private UUID take(Profile profile, String name, String text) throws IOException {
    Path part = Files.writeString(data.resolve("part"), text);
    UUID owner = desk.drop().take(robot, file(profile, name, text), part);
    assertThat(part).doesNotExist();
    return owner;
  }

  /** Until the files of now are no longer joined, and all is done that follows. */
  private void aQuarterOfAnHourLater() {
    clock.advance(Duration.ofMinutes(15));
    desk.drop().completeOver(ImportDesk.WORKER);
    desk.work();
  }

  private void applying(boolean applied) {
    desk.in(
        () ->
            desk.accounts
                .organisations
                .importTerms()
                .choose(Caller.commandLine(), desk.school.matricule(), applied));
  }

  private List<String> names() {
    return desk.in(() -> desk.reports().list(robot)).stream().map(ReportView::name).toList();
  }

  private String report(String end) throws IOException {
    ReportView report =
        desk.in(() -> desk.reports().list(robot)).stream()
            .filter(one -> one.name().endsWith(end))
            .findFirst()
            .orElseThrow();
    try (SeekableByteChannel bytes = desk.in(() -> desk.reports().open(robot, report.id()))) {
      String text =
          new String(Channels.newInputStream(bytes).readAllBytes(), StandardCharsets.UTF_8);
      assertThat(report.size()).isEqualTo(text.getBytes(StandardCharsets.UTF_8).length);
      return text;
    }
  }

  @Test
  void joinsWhatComesWithinAQuarterOfAnHourIntoOneImport() throws IOException {
    UUID first = take(Profile.PUPIL, "eleves.csv", PUPILS);
    clock.advance(Duration.ofMinutes(14));
    UUID second = take(Profile.TEACHER, "enseignants.csv", TEACHERS);
    UUID same = take(Profile.PUPIL, "eleves-bis.csv", PUPILS);
    clock.advance(Duration.ofMinutes(1));
    UUID late = take(Profile.GUEST, "invites.csv", TEACHERS);

    assertThat(second).isEqualTo(first);
    assertThat(same).isEqualTo(first);
    assertThat(late).isNotEqualTo(first);
    ImportView view = desk.find(first);
    assertThat(view.source()).isEqualTo(ImportSource.SFTP);
    assertThat(view.options()).isEqualTo(new ImportOptions(false, false));
    assertThat(view.files())
        .extracting(ImportView.FileView::name)
        .containsExactly("eleves.csv", "enseignants.csv");
    assertThat(view.state()).as("the late file had it planned").isEqualTo(ImportState.PLANNING);
  }

  @Test
  void waitsForSomebodyWhoLooks() throws IOException {
    UUID id = take(Profile.PUPIL, "eleves.csv", PUPILS);
    desk.drop().completeOver(ImportDesk.WORKER);
    desk.work();
    assertThat(desk.find(id).state()).isEqualTo(ImportState.PREPARING);

    aQuarterOfAnHourLater();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.PLANNED);
    assertThat(desk.known(Profile.PUPIL)).isEmpty();
    assertThat(names())
        .hasSize(2)
        .allMatch(
            name -> name.matches("import-20260201-131501-[0-9a-f]{8}-a-verifier[.](csv|json)"));
    assertThat(report(".csv"))
        .startsWith("\uFEFFLigne;Fichier;Opération;Profil;Nom;Prénom;")
        .contains("2;eleves.csv;Créé;Élève;MARTIN;Léa;2015-09-01;lea.martin;");
    assertThat(report(".json"))
        .contains("\"outcome\":\"DRAFT\"", "\"CREATE\":2", "\"name\":\"eleves.csv\"");
    assertThat(desk.accounts.mails.last().template()).isEqualTo("roster.dropped.DRAFT");
    assertThat(desk.accounts.mails.last().arguments())
        .containsEntry("created", "2")
        .containsEntry("files", "eleves.csv");
  }

  @Test
  void appliesByItselfWhereThatIsChosenAndNoRowIsInError() throws IOException {
    applying(true);
    UUID id = take(Profile.PUPIL, "eleves.csv", PUPILS);

    aQuarterOfAnHourLater();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.APPLIED);
    assertThat(desk.known(Profile.PUPIL)).hasSize(2);
    assertThat(names()).hasSize(2).allMatch(name -> name.contains("-applique."));
    assertThat(report(".json")).contains("\"outcome\":\"APPLIED\"");
    assertThat(desk.accounts.mails.last().template()).isEqualTo("roster.dropped.APPLIED");
  }

  @Test
  void asksSomebodyWhereARowIsInErrorWhateverIsChosen() throws IOException {
    applying(true);
    UUID id = take(Profile.PUPIL, "eleves.csv", BROKEN);

    aQuarterOfAnHourLater();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.PLANNED);
    assertThat(report(".csv"))
        .contains(";En erreur;", "IMP-301", "'=SOMME(A1)")
        .doesNotContain(";=SOMME");
    assertThat(desk.accounts.mails.last().arguments()).containsEntry("errors", "1");
    assertThat(why()).isEqualTo("Lignes en erreur ou ambiguës : 1.");
  }

  private String why() {
    return desk.accounts.mails.last().arguments().getOrDefault("why", "");
  }

  @Test
  void asksSomebodyWhereAParentWouldBeWithoutAnyChild() throws IOException {
    applying(true);
    take(Profile.PUPIL, "eleves.csv", PUPILS);
    UUID id =
        take(
            Profile.PARENT,
            "parents.csv",
            """
            Nom;Prénom;Nom enfant;Prénom enfant;Classe enfant
            MARTIN;Paul;MARTIN;Léa;CE2 A
            ABSENT;Rose;ABSENT;Tim;CE2 A
            """);

    aQuarterOfAnHourLater();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.PLANNED);
    assertThat(desk.known(Profile.PARENT)).isEmpty();
    assertThat(desk.accounts.mails.last().template()).isEqualTo("roster.dropped.DRAFT");
    assertThat(why())
        .isEqualTo(
            "Enfants nommés par leurs parents et pas retrouvés : 1 sur 2 ;"
                + " parents qui resteraient sans aucun enfant : 1.");
    assertThat(report(".json")).contains("\"waitsFor\":[{\"reason\":\"CHILDREN_MISSING\"", why());

    desk.apply(id, "");

    assertThat(desk.known(Profile.PARENT)).as("somebody has looked").hasSize(2);
  }

  @Test
  void asksSomebodyWhereManyChildrenAreMissing() throws IOException {
    applying(true);
    take(Profile.PUPIL, "eleves.csv", PUPILS);
    UUID id =
        take(
            Profile.PARENT,
            "parents.csv",
            """
            Nom;Prénom;Nom enfant;Prénom enfant;Classe enfant;Nom enfant;Prénom enfant;Classe enfant
            MARTIN;Paul;MARTIN;Léa;CE2 A;MARTIN;Tim;CE2 A
            """);

    aQuarterOfAnHourLater();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.PLANNED);
    assertThat(why()).contains("pas retrouvés : 1 sur 2", "sans aucun enfant : 0");
  }

  @Test
  void appliesWhereAllChildrenAreFound() throws IOException {
    applying(true);
    take(Profile.PUPIL, "eleves.csv", PUPILS);
    UUID id =
        take(
            Profile.PARENT,
            "parents.csv",
            """
            Nom;Prénom;Nom enfant;Prénom enfant;Classe enfant
            MARTIN;Paul;MARTIN;Léa;CE2 A
            """);

    aQuarterOfAnHourLater();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.APPLIED);
    assertThat(report(".json")).doesNotContain("waitsFor");
  }

  @Test
  void asksSomebodyWhereOneMayBeThereTwice() throws IOException {
    applying(true);
    UUID id =
        take(
            Profile.TEACHER,
            "enseignants.csv",
            """
            Nom;Prénom;Civilité;Classe;Courriel
            DURAND;Émile;M.;CE2 A;emile@example.org
            DURAND;Émile;M.;CE2 B;e.durand@example.org
            """);

    aQuarterOfAnHourLater();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.PLANNED);
    assertThat(why()).contains("une même personne");
  }

  @Test
  void saysThatItsOrganisationWantsToLook() throws IOException {
    take(Profile.PUPIL, "eleves.csv", PUPILS);

    aQuarterOfAnHourLater();

    assertThat(why()).isEqualTo("Votre organisation veut que quelqu’un vérifie chaque import.");
  }

  @Test
  void isTheirsWhoTakeItOverInThePortal() throws IOException {
    applying(true);
    UUID id = take(Profile.PUPIL, "eleves.csv", PUPILS);
    desk.in(() -> desk.drafts().choose(desk.chief, id, new ImportOptions(true, false)));

    aQuarterOfAnHourLater();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.PREPARING);
    assertThat(take(Profile.TEACHER, "enseignants.csv", TEACHERS)).isNotEqualTo(id);
    desk.plan(id);
    assertThat(desk.find(id).state()).as("nothing by itself").isEqualTo(ImportState.PLANNED);
    assertThat(names()).isEmpty();

    desk.apply(id, "");

    assertThat(names()).as("its sender learns of it").allMatch(name -> name.contains("-applique."));
  }

  @Test
  void tellsOfAFaultOfOurs() throws IOException {
    UUID id = take(Profile.PUPIL, "eleves.csv", PUPILS);
    try (var files = Files.list(data.resolve("imports").resolve(id.toString()))) {
      Files.delete(files.findFirst().orElseThrow());
    }

    aQuarterOfAnHourLater();

    assertThat(report(".json")).contains("\"outcome\":\"FAILED\"", "\"incident\":");
    assertThat(desk.accounts.mails.last().template()).isEqualTo("roster.dropped.FAILED");
  }

  @Test
  void tellsOfAFileThatIsNotTaken() throws IOException {
    desk.drop().refuse(robot, file(Profile.PUPIL, "eleves.pdf", ""), RosterCode.WRONG_NAME);

    assertThat(report(".csv")).contains("IMP-116", "eleves.pdf");
    assertThat(report(".json")).contains("\"outcome\":\"REFUSED\"");
    assertThat(desk.accounts.mails.last().arguments()).containsEntry("code", "IMP-116");
  }

  @Test
  void mailsOnceAnHourOfAFileThatIsRefusedEachMinute() throws IOException {
    PeopleFile file = file(Profile.PUPIL, "eleves.pdf", "");
    desk.drop().refuse(robot, file, RosterCode.WRONG_NAME);
    int mailed = desk.accounts.mails.sent().size();

    clock.advance(Duration.ofMinutes(1));
    desk.drop().refuse(robot, file, RosterCode.WRONG_NAME);
    assertThat(desk.accounts.mails.sent()).as("a report, no mail").hasSize(mailed);
    assertThat(names()).hasSize(4);
    clock.advance(Duration.ofMinutes(1));
    desk.drop().refuse(robot, file(Profile.PUPIL, "autres.pdf", ""), RosterCode.WRONG_NAME);
    assertThat(desk.accounts.mails.sent()).as("another file").hasSizeGreaterThan(mailed);
    mailed = desk.accounts.mails.sent().size();
    clock.advance(Duration.ofHours(1));
    desk.drop().refuse(robot, file, RosterCode.WRONG_NAME);
    assertThat(desk.accounts.mails.sent()).as("an hour later").hasSizeGreaterThan(mailed);
  }

  @Test
  void showsReportsToTheirOwnerUntilTheyAreDeletedOrOld() throws IOException {
    take(Profile.PUPIL, "eleves.csv", PUPILS);
    aQuarterOfAnHourLater();
    List<ReportView> reports = desk.in(() -> desk.reports().list(robot));
    OrganisationView other = desk.in(() -> desk.accounts.organisation("34DEF567"));
    Caller stranger =
        desk.in(
            () ->
                desk.accounts.organisations.key(
                    other, "autre", OrganisationSamples.ECDSA_256, KeyScope.IMPORT));

    assertThat(desk.in(() -> desk.reports().list(stranger))).isEmpty();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.reports().open(stranger, reports.get(0).id()));

    desk.in(
        () -> {
          desk.reports().acknowledge(robot, reports.get(0).id());
          return true;
        });
    assertThat(names()).containsExactly(reports.get(1).name());

    clock.advance(Duration.ofDays(32));
    desk.in(() -> desk.sweep().forget(ImportDesk.WORKER));
    assertThat(names()).isEmpty();
    try (var left = Files.list(data.resolve("imports").resolve("reports"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void keepsToKeysThatMayImport() {
    Caller depositor =
        desk.in(
            () ->
                desk.accounts.organisations.key(
                    desk.school, "dépôts", OrganisationSamples.ECDSA_256, KeyScope.DEPOSIT));

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.joining().collecting(depositor, desk.school.id()));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.in(() -> desk.reports().list(depositor)));
    assertThat(
            desk.in(() -> desk.drafts().list(desk.chief, desk.school.id(), PageRequest.from(0)))
                .rows())
        .isEmpty();
  }

  @Test
  void keepsWhatItHasWhenTheSameFileIsHandedOverOnceMore() throws IOException {
    PeopleFile file = file(Profile.PUPIL, "eleves.csv", PUPILS);
    UUID owner = desk.drop().take(robot, file, Files.writeString(data.resolve("part"), PUPILS));

    assertThat(desk.joining().join(robot, owner, file)).isTrue();

    assertThat(data.resolve("imports").resolve(owner.toString()).resolve(file.id().toString()))
        .hasContent(PUPILS);
    assertThat(desk.find(owner).files()).hasSize(1);
    assertThat(desk.drop().isTaken(ImportDesk.WORKER, file.id())).isTrue();
  }

  @Test
  void tellsThatItWasGivenUp() throws IOException {
    UUID id = take(Profile.PUPIL, "eleves.csv", PUPILS);
    aQuarterOfAnHourLater();
    desk.in(() -> desk.drafts().cancel(desk.chief, id));
    desk.work();

    assertThat(names()).filteredOn(name -> name.contains("-abandonne.")).hasSize(2);
    assertThat(desk.accounts.mails.last().template()).isEqualTo("roster.dropped.GIVEN_UP");
  }

  @Test
  void isTheirsWhoOrderItWhenItHasToBePlannedAnew() throws IOException {
    applying(true);
    UUID broken = take(Profile.PUPIL, "eleves.csv", BROKEN);
    aQuarterOfAnHourLater();
    UUID id = take(Profile.TEACHER, "enseignants.csv", TEACHERS);
    aQuarterOfAnHourLater();
    assertThat(desk.find(id).state())
        .as("another one is open, whose people these may be about")
        .isEqualTo(ImportState.PLANNED);
    desk.in(() -> desk.drafts().cancel(desk.chief, broken));
    desk.imported(Profile.PUPIL, PUPILS);

    desk.apply(id, "");

    assertThat(desk.find(id).state()).as("to be read anew").isEqualTo(ImportState.PLANNED);
    assertThat(desk.known(Profile.TEACHER)).isEmpty();
  }

  @Test
  void forgetsAnImportWhoseFirstFileNeverCame() {
    UUID id = desk.joining().collecting(robot, desk.school.id());

    aQuarterOfAnHourLater();

    assertThat(desk.find(id).state()).isEqualTo(ImportState.CANCELLED);
    assertThat(names()).isEmpty();
  }

  @Test
  void findsTheImportThatAFileBelongsTo() throws IOException {
    PeopleFile file = file(Profile.PUPIL, "eleves.csv", PUPILS);
    Path part = data.resolve("part");
    Files.copy(new ByteArrayInputStream(PUPILS.getBytes(StandardCharsets.UTF_8)), part);

    UUID owner = desk.drop().take(robot, file, part);

    assertThat(desk.drop().importOf(robot, file.id())).contains(owner);
    assertThat(desk.drop().importOf(robot, UUID.randomUUID())).isEmpty();
  }
}
