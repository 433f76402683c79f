package org.guichet.deposit.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.deposit.entity.PartialFile;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.platform.entity.Sha256;
import org.guichet.platform.entity.Stored;
import org.guichet.roster.entity.PeopleFile;
import org.guichet.roster.entity.Profile;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PeopleSpoolTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private SpoolBench bench;
  private Spool spool;
  private Caller alice;

  @BeforeEach
  void open() throws IOException {
    bench = new SpoolBench(DATABASE, data, GrantedPermissions.of(Permission.IMPORT_DROP));
    spool = bench.spool;
    alice = SpoolBench.key(bench.alice);
  }

  private Incoming written(DropFolder folder, String name, String text) throws IOException {
    Incoming incoming = spool.begin(alice, folder, name);
    incoming.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
    return incoming;
  }

  private void assertNothingLeft() throws IOException {
    try (Stream<Path> files = Files.list(bench.store.incoming())) {
      assertThat(files).isEmpty();
    }
    assertThat(spool.parts(alice, DropFolder.PUPILS)).isEmpty();
    assertThat(bench.deposits()).isEmpty();
  }

  @Test
  void handsAFileOfPeopleToTheImports() throws IOException {
    Incoming file = written(DropFolder.PUPILS, "eleves.csv", "Nom;Prénom");

    Optional<IntakeOutcome> outcome = spool.close(alice, file);

    assertThat(outcome).contains(new IntakeOutcome.Imported(Optional.of(RecordingImports.IMPORT)));
    assertThat(spool.close(alice, file)).as("once more").isEqualTo(outcome);
    assertThat(bench.imports.taken.values())
        .singleElement()
        .satisfies(
            taken -> {
              assertThat(taken.text()).isEqualTo("Nom;Prénom");
              assertThat(taken.file())
                  .extracting(PeopleFile::organisation, PeopleFile::profile, PeopleFile::name)
                  .containsExactly(bench.alice.id(), Profile.PUPIL, "eleves.csv");
              assertThat(taken.file().content().size()).isEqualTo(11);
            });
    assertNothingLeft();
  }

  @Test
  void waitsForTheLastNameOfAFile() throws IOException {
    assertThat(spool.close(alice, written(DropFolder.STAFF, "agents.csv.part", "Nom"))).isEmpty();
    assertThat(bench.imports.taken).isEmpty();
    assertThat(spool.parts(alice, DropFolder.STAFF))
        .extracting(PartialFile::name)
        .containsExactly("agents.csv.part");
    assertThat(spool.parts(alice, DropFolder.PUPILS)).isEmpty();

    assertThat(spool.rename(alice, DropFolder.STAFF, "agents.csv.part", "agents.csv")).isPresent();

    assertThat(bench.imports.taken.values())
        .extracting(taken -> taken.file().profile())
        .containsExactly(Profile.STAFF);
    assertNothingLeft();
  }

  @Test
  void goesOnWithAFileThatWasCutShortAndTellsItsOwner() throws IOException {
    spool.cutShort(alice, written(DropFolder.PARENTS, "parents.csv", "No"));
    assertThat(bench.notices.posted())
        .extracting(Notice::template)
        .containsExactly("upload.incomplete.people");

    Incoming rest = spool.resume(alice, DropFolder.PARENTS, "parents.csv").orElseThrow();
    rest.position(rest.size());
    rest.write(ByteBuffer.wrap("m".getBytes(UTF_8)));
    spool.close(alice, rest);

    assertThat(bench.imports.taken.values())
        .extracting(RecordingImports.Taken::text)
        .containsExactly("Nom");
  }

  @Test
  void refusesWhatIsTooLargeBeforeItIsWritten() throws IOException {
    Incoming file = spool.begin(alice, DropFolder.PUPILS, "eleves.csv");
    file.position(PeopleSpool.MOST_BYTES);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> file.write(ByteBuffer.wrap(new byte[1])));

    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> spool.close(alice, file))
        .withMessageContaining("50000000 bytes");

    assertThat(bench.imports.refused).containsExactly("eleves.csv FILE_TOO_LARGE");
    assertNothingLeft();
  }

  @Test
  void refusesANameThatWasMeantToStay() throws IOException {
    spool.close(alice, written(DropFolder.GUESTS, "invites.pdf", "%PDF"));
    bench.clock.advance(Duration.ofMinutes(11));

    bench
        .sweep(GrantedPermissions.of(Permission.DEPOSIT_PROCESS, Permission.IMPORT_DROP))
        .sweep(Caller.system("timer"));

    assertThat(bench.imports.refused).containsExactly("invites.pdf WRONG_NAME");
    assertNothingLeft();
  }

  @Test
  void leavesAFileToItsClientWhenNoImportCanBeMade() throws IOException {
    Incoming file = written(DropFolder.PUPILS, "eleves.csv", "Nom");
    bench.imports.fails = new IOException("no space");

    assertThatExceptionOfType(IOException.class).isThrownBy(() -> spool.close(alice, file));

    assertThat(spool.parts(alice, DropFolder.PUPILS))
        .extracting(PartialFile::broken)
        .containsExactly(true);
  }

  /** As if the server had died between the import's row and that of the upload. */
  private Incoming takenAndLeftBehind(String name) throws IOException {
    Incoming file = written(DropFolder.PUPILS, name, "Nom");
    bench.imports.taken.put(
        file.id(),
        new RecordingImports.Taken(
            new PeopleFile(
                file.id(),
                bench.alice.id(),
                Profile.PUPIL,
                name,
                new Stored(Sha256.of("Nom".getBytes(UTF_8)), 3)),
            "Nom"));
    return file;
  }

  @Test
  void beginsAnewWhereAFileOfThatNameWasTakenAlready() throws IOException {
    spool.cutShort(alice, takenAndLeftBehind("eleves.csv"));

    assertThat(spool.resume(alice, DropFolder.PUPILS, "eleves.csv")).isEmpty();

    assertNothingLeft();
  }

  @Test
  void tellsNobodyThatAFileWasCutShortWhichWasTaken() throws IOException {
    takenAndLeftBehind("eleves.csv").close();

    bench
        .sweep(GrantedPermissions.of(Permission.DEPOSIT_PROCESS, Permission.IMPORT_DROP))
        .breakOffAbandoned(Caller.system("start"));

    assertThat(bench.notices.posted()).isEmpty();
  }

  @Test
  void isNoneOfTheDepositsThatAreListed() throws IOException {
    spool.cutShort(alice, written(DropFolder.PUPILS, "eleves.csv", "No"));

    assertThat(
            DATABASE.inTransaction(
                () ->
                    DATABASE
                        .entityManager()
                        .createQuery("select e from DepositEntry e", Object.class)
                        .getResultList()))
        .isEmpty();
  }

  @Test
  void takesDepositsAndPeopleFromThoseWhoMay() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> spool.begin(alice, DropFolder.REAL, "promotion.xml"));
    Spool ofDepositors = bench.letting(GrantedPermissions.of(Permission.DEPOSIT_DROP));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> ofDepositors.begin(alice, DropFolder.PUPILS, "eleves.csv"));
  }
}
