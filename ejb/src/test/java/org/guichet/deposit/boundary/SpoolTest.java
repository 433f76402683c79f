package org.guichet.deposit.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.tuple;
import static org.guichet.deposit.DropSamples.digest;
import static org.guichet.deposit.entity.DropFolder.REAL;
import static org.guichet.deposit.entity.DropFolder.TRIAL;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.IntakeOutcome;
import org.guichet.deposit.entity.PartialFile;
import org.guichet.deposit.entity.RefusalCode;
import org.guichet.notice.entity.Notice;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Permissions DROPPING = GrantedPermissions.of(Permission.DEPOSIT_DROP);
  private static final Caller TIMER = Caller.system("timer");

  @TempDir Path data;
  private SpoolBench bench;
  private Spool spool;
  private Caller alice;

  @BeforeEach
  void open() throws IOException {
    bench = new SpoolBench(DATABASE, data, DROPPING);
    spool = bench.spool;
    alice = SpoolBench.key(bench.alice);
  }

  private Incoming written(String name, String text) throws IOException {
    Incoming incoming = spool.begin(alice, REAL, name);
    incoming.write(ByteBuffer.wrap(text.getBytes(UTF_8)));
    return incoming;
  }

  private IntakeOutcome drop(String name, String text) throws IOException {
    return spool.close(alice, written(name, text)).orElseThrow();
  }

  private List<Path> incoming() throws IOException {
    try (Stream<Path> files = Files.list(bench.store.incoming())) {
      return files.toList();
    }
  }

  private List<String> names() {
    return spool.parts(alice, REAL).stream().map(PartialFile::name).toList();
  }

  @Test
  void makesADepositOfAFileThatCountsAndKeepsItsBytes() throws IOException {
    drop("promotion.xml", "<flux/>");

    assertThat(bench.deposits())
        .singleElement()
        .satisfies(
            deposit -> {
              assertThat(deposit.sha256()).contains(digest("<flux/>"));
              assertThat(deposit.size()).isEqualTo(7);
              assertThat(deposit.fileName()).isEqualTo("promotion.xml");
              assertThat(deposit.sender()).isEqualTo(bench.alice.matricule());
              assertThat(deposit.status()).isEqualTo(DepositStatus.RECEIVED);
            });
    assertThat(bench.store.holds(digest("<flux/>"))).isTrue();
    assertThat(bench.waiting.fired()).hasSize(1);
    assertThat(incoming()).isEmpty();
    assertThat(names()).isEmpty();
  }

  @Test
  void givesTheSameOutcomeWhenClosedTwice() throws IOException {
    Incoming file = written("promotion.xml", "<flux/>");

    assertThat(spool.close(alice, file)).isEqualTo(spool.close(alice, file));
    assertThat(bench.deposits()).hasSize(1);
  }

  @Test
  void takesAnEmptyFileToAnswerIt() throws IOException {
    drop("promotion.xml", "");

    assertThat(bench.deposits()).extracting(DepositView::size).containsExactly(0L);
  }

  @Test
  void namesTheFirstOfTwoDropsOfTheSameBytes() throws IOException {
    IntakeOutcome first = drop("promotion.xml", "<flux/>");
    IntakeOutcome second = drop("again.xml", "<flux/>");

    long number = bench.deposits().get(0).number();
    assertThat(first).isInstanceOf(IntakeOutcome.Registered.class);
    assertThat(second)
        .isEqualTo(new IntakeOutcome.AlreadyKnown(bench.deposits().get(0).id(), number));
    assertThat(bench.deposits()).hasSize(1);
    assertThat(incoming()).isEmpty();
  }

  @Test
  void letsAFileWaitUnderANameThatDoesntCountYet() throws IOException {
    assertThat(spool.close(alice, written("promotion.xml.part", "<flux/>"))).isEmpty();

    assertThat(bench.deposits()).isEmpty();
    assertThat(spool.parts(alice, REAL))
        .singleElement()
        .satisfies(
            part -> {
              assertThat(part.size()).isEqualTo(7);
              assertThat(part.open()).isFalse();
              assertThat(part.broken()).isFalse();
            });
  }

  @Test
  void makesADepositOfAPartThatIsRenamed() throws IOException {
    spool.close(alice, written("promotion.xml.part", "<flux/>"));

    assertThat(spool.rename(alice, REAL, "promotion.xml.part", "promotion.xml")).isPresent();

    assertThat(bench.deposits())
        .singleElement()
        .satisfies(deposit -> assertThat(deposit.sha256()).contains(digest("<flux/>")));
    assertThat(names()).isEmpty();
    assertThat(incoming()).isEmpty();
  }

  @Test
  void replacesThePartWhoseNameAnotherOneTakes() throws IOException {
    spool.close(alice, written("a.part", "old"));
    spool.close(alice, written("b.part", "new one"));

    assertThat(spool.rename(alice, REAL, "b.part", "a.part")).isEmpty();

    assertThat(spool.parts(alice, REAL)).extracting(PartialFile::size).containsExactly(7L);
    assertThat(incoming()).hasSize(1);
  }

  @Test
  void renamesNothingThatIsntThere() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> spool.rename(alice, REAL, "none.part", "promotion.xml"))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NO_SUCH_UPLOAD));
  }

  @Test
  void registersNothingForAPartWhoseBytesAreGone() throws IOException {
    spool.close(alice, written("promotion.part", "<flux/>"));
    for (Path part : incoming()) {
      Files.delete(part);
    }

    assertThat(catchThrowable(() -> spool.rename(alice, REAL, "promotion.part", "promotion.xml")))
        .isInstanceOf(IOException.class);
    assertThat(bench.deposits()).isEmpty();
  }

  @Test
  void goesOnWithAFileThatWasCutShortAndTellsItsOwnerOnce() throws IOException {
    Incoming file = written("promotion.xml", "<fl");
    spool.cutShort(alice, file);
    spool.cutShort(alice, file);
    assertThat(bench.deposits()).isEmpty();
    assertThat(spool.parts(alice, REAL)).extracting(PartialFile::broken).containsExactly(true);
    assertThat(bench.notices.posted())
        .singleElement()
        .extracting(Notice::template, notice -> notice.arguments().get("size"))
        .containsExactly("upload.incomplete", "3");

    Incoming rest = spool.resume(alice, REAL, "promotion.xml").orElseThrow();
    rest.position(rest.size());
    rest.write(ByteBuffer.wrap("ux/>".getBytes(UTF_8)));
    spool.close(alice, rest);

    assertThat(bench.deposits())
        .singleElement()
        .satisfies(deposit -> assertThat(deposit.sha256()).contains(digest("<flux/>")));
  }

  @Test
  void tellsWhoDropsInAPageToGoOnThere() throws IOException {
    Caller page =
        Caller.key(new KeyId(new UUID(4, 1)), bench.alice.id(), Channel.PAGE, "192.0.2.7");

    spool.cutShort(page, spool.begin(page, REAL, "promotion.xml"));

    assertThat(bench.notices.posted())
        .extracting(Notice::template)
        .containsExactly("upload.incomplete.portal");
  }

  @Test
  void resumesNothingThatIsntThereOrIsBeingWritten() throws IOException {
    assertThat(spool.resume(alice, REAL, "promotion.xml")).isEmpty();
    written("promotion.xml", "<fl");
    assertThat(spool.resume(alice, REAL, "promotion.xml")).isEmpty();
  }

  @Test
  void beginsAnewUnderANameThatAPartHas() throws IOException {
    spool.cutShort(alice, written("promotion.xml", "rubbish"));

    drop("promotion.xml", "<flux/>");

    assertThat(bench.deposits())
        .singleElement()
        .satisfies(deposit -> assertThat(deposit.sha256()).contains(digest("<flux/>")));
    assertThat(incoming()).isEmpty();
  }

  @Test
  void throwsAPartAway() throws IOException {
    spool.close(alice, written("a.part", "old"));

    assertThat(spool.discard(alice, REAL, "a.part")).isTrue();
    assertThat(spool.discard(alice, REAL, "a.part")).isFalse();
    assertThat(incoming()).isEmpty();
  }

  @Test
  void keepsTrialsApartAndOutOfTheStore() throws IOException {
    Incoming trial = spool.begin(alice, TRIAL, "promotion.xml");
    trial.write(ByteBuffer.wrap("<flux/>".getBytes(UTF_8)));
    spool.close(alice, trial);
    drop("promotion.xml", "<flux/>");

    assertThat(bench.deposits())
        .extracting(DepositView::kind)
        .containsExactly(DepositKind.REAL, DepositKind.TRIAL);
    assertThat(incoming()).hasSize(1);
  }

  @Test
  void refusesWhatIsTooLargeAndKeepsNothingOfIt() throws IOException {
    Incoming file = spool.begin(alice, REAL, "promotion.xml");
    ByteBuffer tooMuch = ByteBuffer.allocate((int) SpoolBench.MAX_SIZE + 1);
    assertThatIOException().isThrownBy(() -> file.write(tooMuch));

    assertThatIOException().isThrownBy(() -> spool.close(alice, file));
    assertThatIOException().isThrownBy(() -> spool.close(alice, file));

    assertThat(bench.deposits())
        .singleElement()
        .satisfies(
            deposit -> {
              assertThat(deposit.refusal()).contains(RefusalCode.TOO_LARGE);
              assertThat(deposit.sha256()).isEmpty();
            });
    assertThat(incoming()).isEmpty();
    assertThat(names()).isEmpty();
  }

  @Test
  void answersWhatWasTooLargeAlsoWhenItsSessionBroke() throws IOException {
    Incoming file = spool.begin(alice, REAL, "promotion.xml");
    ByteBuffer tooMuch = ByteBuffer.allocate((int) SpoolBench.MAX_SIZE + 1);
    assertThatIOException().isThrownBy(() -> file.write(tooMuch));

    spool.cutShort(alice, file);

    assertThat(bench.deposits())
        .singleElement()
        .satisfies(d -> assertThat(d.refusal()).contains(RefusalCode.TOO_LARGE));
  }

  @Test
  void answersAWrongNameWhenNobodyRenamesItForAWhile() throws IOException {
    spool.close(alice, written("promotion.csv", "a;b"));
    spool.close(alice, written("promotion.xml.part", "<flux/>"));
    SpoolSweep sweep = bench.sweep(DROPPING);

    bench.clock.advance(Duration.ofMinutes(10));
    sweep.sweep(TIMER);
    assertThat(bench.deposits()).isEmpty();

    bench.clock.advance(Duration.ofSeconds(1));
    sweep.sweep(TIMER);
    assertThat(bench.deposits())
        .singleElement()
        .satisfies(
            deposit -> {
              assertThat(deposit.refusal()).contains(RefusalCode.WRONG_NAME);
              assertThat(deposit.fileName()).isEqualTo("promotion.csv");
            });
    assertThat(names()).containsExactly("promotion.xml.part");
  }

  @Test
  void tellsOfAFileThatNobodyEverRenamed() throws IOException {
    spool.close(alice, written("promotion.xml.part", "<flux/>"));
    spool.cutShort(alice, written("autre.xml", "<fl"));
    bench.clock.advance(Duration.ofHours(24).plusSeconds(1));

    bench.sweep(DROPPING).sweep(TIMER);

    assertThat(bench.notices.posted())
        .extracting(Notice::template, notice -> notice.arguments().get("fileName"))
        .containsExactly(
            tuple("upload.incomplete", "autre.xml"), // whose owner knows
            tuple("upload.expired", "promotion.xml.part"));
    assertThat(incoming()).isEmpty();
  }

  @Test
  void takesAFileWhoseRenameDiedBeforeItsRowWasThere() throws IOException {
    spool.close(alice, written("promotion.xml.part", "<flux/>"));
    bench.spool.ledger.rename(alice, REAL, "promotion.xml.part", "promotion.xml");

    bench.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    bench.sweep(DROPPING).sweep(TIMER);

    assertThat(bench.deposits())
        .singleElement()
        .satisfies(
            deposit -> {
              assertThat(deposit.refusal()).isEmpty();
              assertThat(deposit.fileName()).isEqualTo("promotion.xml");
              assertThat(deposit.sha256()).contains(digest("<flux/>"));
            });
    assertThat(incoming()).isEmpty();
  }

  /** Its client has gone: nobody else would bring the bytes again. */
  @Test
  void answersAWrongNameAlsoWhenASweepDiesHalfWay() throws IOException {
    spool.close(alice, written("promotion.csv", "a;b"));
    bench.clock.advance(Duration.ofMinutes(10).plusSeconds(1));
    SpoolSweep sweep = bench.sweep(DROPPING);
    bench.outage.none();
    for (int nth = 1; bench.deposits().isEmpty(); nth++) {
      bench.outage.fail(nth, 1_000);
      Throwable listing = catchThrowable(() -> sweep.sweep(TIMER));
      assertThat(listing == null || nth == 1).isTrue();
    }
    bench.outage.none();
    sweep.sweep(TIMER);

    assertThat(bench.deposits())
        .singleElement()
        .satisfies(deposit -> assertThat(deposit.refusal()).contains(RefusalCode.WRONG_NAME));
    assertThat(bench.store.holds(digest("a;b"))).isTrue();
    assertThat(incoming()).isEmpty();
  }

  @Test
  void forgetsPartsAfterADay() throws IOException {
    spool.close(alice, written("a.part", "old"));
    spool.cutShort(alice, written("b.xml", "<fl"));

    bench.clock.advance(Duration.ofHours(24).plusSeconds(1));
    bench.sweep(DROPPING).sweep(TIMER);

    assertThat(names()).isEmpty();
    assertThat(incoming()).isEmpty();
    assertThat(bench.deposits()).isEmpty();
  }

  /** Each call in turn fails, once or for the rest of the close; then the client tries again. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1_000})
  void tellsTheClientOfEveryFailureAndLosesNothing(int many) throws IOException {
    bench.outage.none();
    drop("promotion.xml", "<flux n='0'/>");
    int calls = bench.outage.calls();

    for (int nth = 1; nth <= calls; nth++) {
      String text = "<flux n='" + nth + "' many='" + many + "'/>";
      bench.outage.none();
      Incoming file = written("promotion.xml", text);
      bench.outage.fail(nth, many);
      Throwable told = catchThrowable(() -> spool.close(alice, file));
      bench.outage.none();

      String at = "call " + nth + ": " + told;
      boolean registered = bench.deposits().stream().anyMatch(d -> is(d, text));
      assertThat(told == null).as("told OK only when registered, " + at).isEqualTo(registered);
      assertThat(bench.store.holds(digest(text)) || holdsPart(text)).as("kept, " + at).isTrue();

      spool.close(alice, file);
      assertThat(bench.deposits()).as(at).filteredOn(d -> is(d, text)).hasSize(1);
      assertThat(names()).as(at).isEmpty();
      assertThat(bench.store.holds(digest(text))).as(at).isTrue();
    }
  }

  private static boolean is(DepositView deposit, String text) {
    return deposit.sha256().equals(Optional.of(digest(text)));
  }

  private boolean holdsPart(String text) throws IOException {
    for (Path part : incoming()) {
      if (Files.readString(part).equals(text)) {
        return true;
      }
    }
    return false;
  }

  @Test
  void keepsThePartWhenTheStoreFailsAndLetsTheClientGoOnWithIt() throws IOException {
    Incoming file = written("promotion.xml", "<flux/>");
    bench.outage.fail(1, 1_000); // rows and store are away
    Throwable told = catchThrowable(() -> spool.close(alice, file));
    bench.outage.none();
    assertThat(told).isNotNull();

    spool.cutShort(alice, file);
    Incoming again = spool.resume(alice, REAL, "promotion.xml").orElseThrow();
    assertThat(again.size()).isEqualTo(7);
    assertThat(spool.close(alice, again)).isPresent();
    assertThat(bench.deposits()).hasSize(1);
  }

  @Test
  void makesNoDepositOfAFileForWhoseBytesTheDiskHadNoRoom() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "this system has no " + full);
    spool.cutShort(alice, written("promotion.xml", ""));
    Path part = incoming().get(0);
    Files.delete(part);
    Files.createSymbolicLink(part, full);
    Incoming rest = spool.resume(alice, REAL, "promotion.xml").orElseThrow();

    assertThatIOException().isThrownBy(() -> rest.write(ByteBuffer.wrap(new byte[] {'<'})));
    assertThatIOException().isThrownBy(() -> spool.close(alice, rest));

    assertThat(bench.deposits()).isEmpty();
    assertThat(spool.parts(alice, REAL)).extracting(PartialFile::broken).containsExactly(true);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DEPOSIT_DROP")
  void letsNobodyInWithoutThePermissionToDrop(Permission other) throws IOException {
    Spool locked = bench.letting(GrantedPermissions.of(other));

    for (Asking asking :
        List.<Asking>of(
            () -> locked.begin(alice, REAL, "promotion.xml"),
            () -> locked.resume(alice, REAL, "promotion.xml"),
            () -> locked.rename(alice, REAL, "a.part", "promotion.xml"),
            () -> locked.discard(alice, REAL, "a.part"),
            () -> locked.parts(alice, REAL))) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(asking::ask)
          .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
    }
  }

  @Test
  void showsAndGivesNobodyTheFilesOfOthers() throws IOException {
    Caller bob = SpoolBench.key(bench.bob);
    Incoming file = written("promotion.xml", "<flux/>");
    spool.close(alice, written("a.part", "old"));

    assertThat(spool.parts(bob, REAL)).isEmpty();
    assertThat(spool.resume(bob, REAL, "a.part")).isEmpty();
    assertThat(spool.discard(bob, REAL, "a.part")).isFalse();
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> spool.close(bob, file));
    assertThat(bench.deposits()).isEmpty();
  }

  @Test
  void tellsNobodyWhatBecameOfTheFilesOfOthers() throws IOException {
    Caller bob = SpoolBench.key(bench.bob);
    Incoming first = written("promotion.xml", "<flux/>");
    spool.close(alice, first);
    Incoming duplicate = written("encore.xml", "<flux/>");
    assertThat(spool.close(alice, duplicate).orElseThrow())
        .isInstanceOf(IntakeOutcome.AlreadyKnown.class);

    for (Incoming taken : List.of(first, duplicate)) {
      DepositId id = new DepositId(taken.id());
      assertThat(spool.registration.outcomeOf(alice, id)).isPresent();
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> spool.registration.outcomeOf(bob, id))
          .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
    }
  }

  @Test
  void letsTheSystemItselfDropNothing() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> spool.begin(TIMER, REAL, "promotion.xml"));
  }

  /** Something that a door asks of the spool. */
  private interface Asking {
    void ask() throws IOException;
  }
}
