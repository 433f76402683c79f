package org.guichet.deposit.boundary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.deposit.entity.DepositKind.REAL;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.entity.ChainStep;
import org.guichet.deposit.entity.ChosenPassages;
import org.guichet.deposit.entity.Clash;
import org.guichet.deposit.entity.CorrectionOutcome;
import org.guichet.deposit.entity.CorrectionSheet;
import org.guichet.deposit.entity.CorrectionShow;
import org.guichet.deposit.entity.CorrectionTask;
import org.guichet.deposit.entity.DepositChain;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.EntryCheck;
import org.guichet.deposit.entity.EntryOffer;
import org.guichet.deposit.entity.EntryOutcome;
import org.guichet.deposit.entity.KeepEntryOutcome;
import org.guichet.deposit.entity.KeptEntry;
import org.guichet.deposit.entity.MendingPassage;
import org.guichet.deposit.entity.NewPassage;
import org.guichet.deposit.entity.PassageEdit;
import org.guichet.deposit.entity.WithdrawalChoice;
import org.guichet.deposit.entity.WithdrawalPlan;
import org.guichet.flux.Finding;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.edit.PassageFields;
import org.guichet.flux.edit.PassageText;
import org.guichet.organisation.boundary.OrganisationDesk;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.GrantedPermissions;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Mending rejected passages in the page, typing single ones and taking accepted ones back, on real
 * files. Alice certifies and drops for herself.
 */
class MendingTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final PageRequest FIRST = new PageRequest(0, 20);
  private static final String LAST_NAME = "/identificationTitulaire/titulaire/nomNaissance";
  private static final String EDITOR = "Camille Sabran";

  @TempDir Path data;
  private WorkedDesk desk;
  private MendingBench mending;
  private Caller alice;

  @BeforeEach
  void open() throws IOException {
    desk = new WorkedDesk(DATABASE, data);
    mending = new MendingBench(desk, DATABASE, GrantedPermissions.of(Permission.DEPOSIT_DROP));
    alice = SpoolBench.key(desk.bench.alice);
  }

  /** The first {@code bad} of its passages have a digit in a name. */
  private String file(String idFlux, int passages, int bad) {
    return FluxSamples.flux()
        .idFlux(idFlux)
        .passages(passages)
        .passage(
            n -> {
              String xml = FluxSamples.passage(idFlux + "-" + n, FluxSamples.titulaire(n));
              return n <= bad ? xml.replace("<nomNaissance>", "<nomNaissance>7") : xml;
            })
        .xml();
  }

  private DepositView dropped(String content, CheckingMode mode) {
    return desk.judge(desk.drop(desk.bench.alice, REAL, "lot.xml", content), mode);
  }

  private DepositView dropped(String idFlux, int passages, int bad) {
    return dropped(file(idFlux, passages, bad), CheckingMode.STRICT);
  }

  private CorrectionSheet sheet(DepositView deposit, CorrectionShow show) throws IOException {
    return mending.corrections.view(alice, deposit.number(), show, FIRST, List.of(), Locale.FRENCH);
  }

  private static PassageEdit edit(int position, long version, String name) {
    return new PassageEdit(position, version, Map.of(LAST_NAME, name), false, false);
  }

  private List<Clash> save(DepositView deposit, PassageEdit... edits) throws IOException {
    return mending.corrections.save(alice, deposit.number(), EDITOR, List.of(edits));
  }

  private DepositView redropped(CorrectionOutcome outcome) {
    assertThat(outcome).isInstanceOf(CorrectionOutcome.Dropped.class);
    long number = ((CorrectionOutcome.Dropped) outcome).number();
    return desk.in(() -> ControlBench.deposits(DATABASE).findByNumber(number)).orElseThrow().view();
  }

  private String content(DepositView deposit) throws IOException {
    try (InputStream bytes = desk.bench.store.open(deposit.sha256().orElseThrow())) {
      return new String(bytes.readAllBytes(), UTF_8);
    }
  }

  private DepositChain chain(DepositView deposit) {
    DepositDossier dossier = new DepositDossier();
    dossier.deposits = ControlBench.deposits(DATABASE);
    dossier.books = ControlBench.mending(DATABASE);
    dossier.chain = ControlBench.chain(DATABASE);
    dossier.permissions = GrantedPermissions.of(Permission.DEPOSIT_VIEW);
    return desk.in(
        () -> dossier.chain(alice, Optional.of(desk.bench.alice.id()), deposit.number()));
  }

  @Test
  void showsRejectedPassagesAsTheyWereSentWithWhatIsWrong() throws IOException {
    DepositView deposit = dropped("A", 5, 3);

    CorrectionSheet sheet = sheet(deposit, CorrectionShow.ALL);

    assertThat(sheet.counts().faulty()).isEqualTo(3);
    assertThat(sheet.total()).isEqualTo(3);
    assertThat(sheet.passages())
        .extracting(passage -> passage.sent().xml())
        .containsExactly(bad("A", 1), bad("A", 2), bad("A", 3));
    assertThat(sheet.passages())
        .allSatisfy(passage -> assertThat(passage.left()).anyMatch(Finding::blocks));
  }

  private static String bad(String idFlux, int n) {
    return FluxSamples.passage(idFlux + "-" + n, FluxSamples.titulaire(n))
        .replace("<nomNaissance>", "<nomNaissance>7")
        .strip();
  }

  @Test
  void checksAnEditAtOnceByTheRulesOfADropAndPutsItBehindWhatIsStillFaulty() throws IOException {
    DepositView deposit = dropped("A", 5, 3);

    assertThat(save(deposit, edit(1, 0, "BERTIN"), edit(2, 0, "B3RTIN"))).isEmpty();

    CorrectionSheet sheet = sheet(deposit, CorrectionShow.ALL);
    assertThat(sheet.counts().ready()).isEqualTo(1);
    assertThat(sheet.counts().faulty()).isEqualTo(2);
    assertThat(sheet.passages())
        .extracting(passage -> passage.row().position())
        .containsExactly(2, 3, 1);
    assertThat(sheet.passages().get(2).left()).noneMatch(Finding::blocks);
    assertThat(sheet.passages().get(0).now().value(LAST_NAME)).isEqualTo("B3RTIN");
    assertThat(sheet(deposit, CorrectionShow.READY).passages()).hasSize(1);
  }

  @Test
  void dropsWhatIsReadyAndLinksItUntilEverythingIsAccepted() throws IOException {
    DepositView deposit = dropped("A", 5, 3);
    save(deposit, edit(1, 0, "BERTIN"), edit(2, 0, "DURAND"));

    DepositView first = redropped(mending.corrections.drop(alice, deposit.number()));

    assertThat(content(first))
        .contains("<idFlux>A-R1</idFlux>", bad("A", 1).replaceFirst("7[^<]*", "BERTIN"))
        .doesNotContain("A-3<", "A-4<");
    DepositView taken = desk.judge(first, CheckingMode.STRICT);
    assertThat(taken.status()).isEqualTo(DepositStatus.ACCEPTED);
    DepositChain half = chain(deposit);
    assertThat(half.left()).isEqualTo(1);
    assertThat(half.steps()).extracting(ChainStep::accepted).containsExactly(2, 2);
    assertThat(half.steps().get(1).corrects()).contains(deposit.number());

    assertThat(sheet(deposit, CorrectionShow.ALL).counts().all()).isEqualTo(1);
    save(deposit, edit(3, 0, "MARTIN"));
    desk.judge(redropped(mending.corrections.drop(alice, deposit.number())), CheckingMode.STRICT);

    assertThat(chain(first).left()).isZero();
    assertThat(chain(first).steps()).hasSize(3);
    assertThat(sheet(deposit, CorrectionShow.ALL).passages()).isEmpty();
    assertThat(mending.corrections.drop(alice, deposit.number()))
        .isInstanceOf(CorrectionOutcome.NothingChosen.class);
  }

  @Test
  void leavesWhatAColleagueCorrectedWhereNothingWasTyped() throws IOException {
    DepositView deposit = dropped("A", 2, 2);
    Caller bob =
        Caller.key(new KeyId(new UUID(4, 2)), desk.bench.alice.id(), Channel.PAGE, "192.0.2.8");
    save(deposit, edit(1, 0, "BERTIN"));
    PassageEdit stale = new PassageEdit(1, 0, Map.of(LAST_NAME, "7MARTIN"), false, true);

    assertThat(
            mending.corrections.save(
                bob, deposit.number(), "Ambre Lestrange", List.of(stale, edit(2, 0, "DURAND"))))
        .isEmpty();

    assertThat(sheet(deposit, CorrectionShow.READY).passages())
        .extracting(passage -> passage.now().value(LAST_NAME))
        .containsExactlyInAnyOrder("BERTIN", "DURAND");
  }

  @Test
  void goesOnWithTheRejectsOfACorrection() throws IOException {
    DepositView deposit = dropped("A", 2, 1);
    String extract = file("A-R1", 1, 1).replace("A-R1-1<", "A-1<");

    DepositView again = dropped(extract, CheckingMode.STRICT);

    assertThat(chain(again).steps())
        .extracting(ChainStep::number)
        .containsExactly(deposit.number(), again.number());
    save(again, edit(1, 0, "BERTIN"));
    DepositView last = redropped(mending.corrections.drop(alice, again.number()));
    assertThat(desk.judge(last, CheckingMode.STRICT).status()).isEqualTo(DepositStatus.ACCEPTED);
    assertThat(chain(deposit).left()).isZero();
    assertThat(chain(deposit).steps()).hasSize(3);
  }

  @Test
  void findsWhatACorrectionMendsBehindASuppressionOfTheSameName() throws IOException {
    DepositView deposit = dropped("A", 2, 1);
    String back =
        FluxSamples.flux()
            .idFlux("A")
            .action("SUPPRESSION")
            .passage(n -> FluxSamples.passage("A-2", FluxSamples.titulaire(2)))
            .xml();
    DepositView suppression = dropped(back, CheckingMode.STRICT);
    assertThat(desk.in(() -> ControlBench.deposits(DATABASE).find(suppression.id())).orElseThrow())
        .matches(found -> found.takesBack());

    DepositView again = dropped(file("A-R1", 1, 1).replace("A-R1-1<", "A-1<"), CheckingMode.STRICT);

    assertThat(chain(again).steps())
        .extracting(ChainStep::number)
        .containsExactly(deposit.number(), again.number());
  }

  @Test
  void takesTheSoundPassagesOfARefusedFileAlong() throws IOException {
    String strict = file("A", 4, 0).replaceFirst("<sexe>.</sexe>", "<sexe>H</sexe>");
    DepositView refused = dropped(strict, CheckingMode.STRICT);
    assertThat(refused.status()).isEqualTo(DepositStatus.REJECTED);
    assertThat(sheet(refused, CorrectionShow.ALL).counts().sound()).isEqualTo(3);
    mending.corrections.save(
        alice,
        refused.number(),
        EDITOR,
        List.of(
            new PassageEdit(
                1, 0, Map.of("/identificationTitulaire/titulaire/sexe", "F"), false, false)));

    DepositView again = redropped(mending.corrections.drop(alice, refused.number()));

    DepositView taken = desk.judge(again, CheckingMode.STRICT);
    assertThat(taken.status()).isEqualTo(DepositStatus.ACCEPTED);
    assertThat(taken.accepted()).isEqualTo(4);
    assertThat(chain(refused).left()).isZero();
  }

  @Test
  void keepsTheIdTechniqueWhateverIsTyped() throws IOException {
    DepositView deposit = dropped("A", 1, 1);

    mending.corrections.save(
        alice,
        deposit.number(),
        EDITOR,
        List.of(
            new PassageEdit(
                1, 0, Map.of(LAST_NAME, "BERTIN", "/idTechnique", "AUTRE"), false, false)));

    MendingPassage passage = sheet(deposit, CorrectionShow.ALL).passages().get(0);
    assertThat(passage.now().value("/idTechnique")).isEqualTo("A-1");
  }

  @Test
  void letsAMissingIdTechniqueBeGiven() throws IOException {
    DepositView deposit =
        dropped(
            file("A", 2, 0).replaceFirst("<idTechnique>A-1</idTechnique>", ""),
            CheckingMode.BY_PASSAGE);

    mending.corrections.save(
        alice,
        deposit.number(),
        EDITOR,
        List.of(new PassageEdit(1, 0, Map.of("/idTechnique", "A-1"), false, false)));

    assertThat(sheet(deposit, CorrectionShow.READY).passages()).hasSize(1);
  }

  @Test
  void refusesToOverwriteWhatSomebodyElseHasChanged() throws IOException {
    DepositView deposit = dropped("A", 3, 2);
    save(deposit, edit(1, 0, "BERTIN"));

    Caller other =
        Caller.key(new KeyId(new UUID(4, 2)), desk.bench.alice.id(), Channel.PAGE, "192.0.2.8");
    List<Clash> clashes =
        mending.corrections.save(
            other, deposit.number(), "Léo Martin", List.of(edit(1, 0, "AUTRE"), edit(2, 0, "OK")));

    assertThat(clashes).extracting(Clash::position).containsExactly(1);
    assertThat(clashes).extracting(Clash::editor).containsExactly(EDITOR);
    Map<Integer, String> names = new HashMap<>();
    sheet(deposit, CorrectionShow.ALL)
        .passages()
        .forEach(p -> names.put(p.row().position(), String.valueOf(p.now().value(LAST_NAME))));
    assertThat(names).containsEntry(1, "BERTIN").containsEntry(2, "OK");
    long version =
        sheet(deposit, CorrectionShow.ALL).passages().get(0).row().draft().orElseThrow().version();
    assertThat(
            mending.corrections.save(
                other, deposit.number(), "Léo Martin", List.of(edit(1, version, "DURAND"))))
        .isEmpty();
  }

  @Test
  void leavesOutWhatIsNotToBeDroppedAgainAndForgetsWhatIsUndone() throws IOException {
    DepositView deposit = dropped("A", 3, 2);
    mending.corrections.save(
        alice,
        deposit.number(),
        EDITOR,
        List.of(new PassageEdit(1, 0, Map.of(), true, false), edit(2, 0, "BERTIN")));
    assertThat(sheet(deposit, CorrectionShow.LEFT_OUT).total()).isEqualTo(1);
    long version =
        sheet(deposit, CorrectionShow.READY)
            .passages()
            .get(0)
            .row()
            .draft()
            .orElseThrow()
            .version();

    String sent =
        String.valueOf(
            sheet(deposit, CorrectionShow.READY).passages().get(0).sent().value(LAST_NAME));
    save(deposit, edit(2, version, sent));

    assertThat(sheet(deposit, CorrectionShow.ALL).counts().ready()).isZero();
    assertThat(sheet(deposit, CorrectionShow.ALL).counts().leftOut()).isEqualTo(1);
  }

  @Test
  void forgetsDraftsThatNobodyGoesOnWith() throws IOException {
    DepositView deposit = dropped("A", 2, 1);
    save(deposit, edit(1, 0, "BERTIN"));
    Instant later = desk.bench.clock.instant().plus(Duration.ofDays(1));

    assertThat(desk.in(() -> mending.retention.forgetDrafts(WorkedDesk.SYSTEM, later)))
        .isEqualTo(1);

    assertThat(sheet(deposit, CorrectionShow.READY).passages()).isEmpty();
  }

  @Test
  void keepsWhatSomebodySavesWhileItsOlderStateIsBeingDropped() throws IOException {
    DepositView deposit = dropped("A", 3, 2);
    save(deposit, edit(1, 0, "BERTIN"), edit(2, 0, "DURAND"));
    long version =
        sheet(deposit, CorrectionShow.READY)
            .passages()
            .get(1)
            .row()
            .draft()
            .orElseThrow()
            .version();
    CorrectionDrop drop = mending.corrections.drop;
    mending.corrections.drop =
        new CorrectionDrop() {
          @Override
          public CorrectionOutcome drop(
              Caller caller,
              CorrectionTask task,
              ChosenPassages chosen,
              FluxAction action,
              Optional<DepositId> corrects)
              throws IOException {
            save(deposit, edit(2, version, "MARTIN"));
            return drop.drop(caller, task, chosen, action, corrects);
          }
        };

    DepositView again = redropped(mending.corrections.drop(alice, deposit.number()));

    assertThat(content(again)).contains("BERTIN", "DURAND").doesNotContain("MARTIN");
    List<MendingPassage> left = sheet(deposit, CorrectionShow.READY).passages();
    assertThat(left).extracting(one -> one.row().position()).containsExactly(2);
    assertThat(left.get(0).now().value(LAST_NAME)).isEqualTo("MARTIN");
  }

  /** A click too many, or a colleague at the same instant. */
  @Test
  void dropsNothingTwiceWhileACorrectionIsOnItsWay() throws IOException {
    DepositView deposit = dropped("A", 3, 2);
    save(deposit, edit(1, 0, "BERTIN"), edit(2, 0, "DURAND"));
    WithdrawalChoice choice = new WithdrawalChoice(false, Set.of(3), Set.of());
    CorrectionDrop drop = mending.corrections.drop;
    mending.corrections.drop =
        new CorrectionDrop() {
          @Override
          public CorrectionOutcome drop(
              Caller caller,
              CorrectionTask task,
              ChosenPassages chosen,
              FluxAction action,
              Optional<DepositId> corrects)
              throws IOException {
            assertThat(mending.corrections.drop(alice, deposit.number()))
                .isEqualTo(new CorrectionOutcome.Pending(Optional.empty()));
            assertThat(mending.withdrawals.takeBack(alice, deposit.number(), choice, false, EDITOR))
                .isEqualTo(new CorrectionOutcome.Pending(Optional.empty()));
            return drop.drop(caller, task, chosen, action, corrects);
          }
        };

    DepositView again = redropped(mending.corrections.drop(alice, deposit.number()));

    assertThat(mending.corrections.drop(alice, deposit.number()))
        .isEqualTo(new CorrectionOutcome.Pending(Optional.of(again.number())));
    desk.judge(again, CheckingMode.STRICT);
    mending.corrections.drop = drop;
    assertThat(mending.corrections.drop(alice, deposit.number()))
        .isInstanceOf(CorrectionOutcome.NothingChosen.class);
  }

  @Test
  void letsTheNextOneDropWhenAServerDiedInTheMiddleOfACorrection() throws IOException {
    DepositView deposit = dropped("A", 2, 1);
    save(deposit, edit(1, 0, "BERTIN"));
    assertThat(mending.corrections.ledger.begin(alice, deposit.number())).isPresent();
    assertThat(mending.corrections.drop(alice, deposit.number()))
        .isInstanceOf(CorrectionOutcome.Pending.class);

    desk.bench.clock.advance(Duration.ofMinutes(11));

    assertThat(mending.corrections.drop(alice, deposit.number()))
        .isInstanceOf(CorrectionOutcome.Dropped.class);
  }

  /** By the page where files are dropped; what the file calls itself doesn't tell. */
  private DepositView droppedToMend(long number, String content) throws IOException {
    Incoming incoming = mending.corrections.drop.spool.beginCorrection(alice, "suite.xml", number);
    ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(UTF_8));
    while (bytes.hasRemaining()) {
      incoming.write(bytes);
    }
    long dropped =
        mending
            .corrections
            .drop
            .spool
            .close(alice, incoming)
            .orElseThrow()
            .receiptNumber()
            .orElseThrow();
    DepositView deposit =
        desk.in(() -> ControlBench.deposits(DATABASE).findByNumber(dropped)).orElseThrow().view();
    return desk.judge(deposit, CheckingMode.STRICT);
  }

  @Test
  void linksAFileOfWhichSomebodySaysWhatItMends() throws IOException {
    DepositView deposit = dropped("A", 3, 2);
    DepositView sound = dropped("B", 1, 0);
    assertThat(mending.corrections.candidates(alice, Optional.empty()))
        .extracting(DepositView::number)
        .containsExactly(deposit.number());

    DepositView again =
        droppedToMend(
            deposit.number(),
            file("A", 2, 0).replace("<idFlux>A</idFlux>", "<idFlux>SUITE</idFlux>"));

    assertThat(chain(deposit).left()).isZero();
    assertThat(chain(deposit).steps())
        .extracting(ChainStep::number)
        .containsExactly(deposit.number(), again.number());
    refused(
        () -> droppedToMend(sound.number(), file("C", 1, 0)),
        RefusedException.Code.NO_SUCH_DEPOSIT);
    refused(() -> droppedToMend(987_654L, file("C", 1, 0)), RefusedException.Code.NO_SUCH_DEPOSIT);
  }

  @Test
  void offersAnOldDepositOnlyToWhoAsksForIt() throws IOException {
    DepositView old = dropped("A", 3, 2);
    desk.bench.clock.advance(Duration.ofDays(100));
    DepositView young = dropped("B", 3, 2);
    Caller bob = SpoolBench.key(desk.bench.bob);

    assertThat(mending.corrections.candidates(alice, Optional.empty()))
        .extracting(DepositView::number)
        .containsExactly(young.number());
    assertThat(mending.corrections.candidates(alice, Optional.of(old.number())))
        .extracting(DepositView::number)
        .containsExactly(old.number(), young.number());
    assertThat(mending.corrections.candidates(bob, Optional.of(old.number()))).isEmpty();
  }

  /** Whoever is so slow that the turn is over gives nobody else's back. */
  @Test
  void leavesATurnToWhoTookItSince() throws IOException {
    DepositView deposit = dropped("A", 2, 1);
    CorrectionLedger ledger = mending.corrections.ledger;
    Instant slow = ledger.begin(alice, deposit.number()).orElseThrow();
    desk.bench.clock.advance(Duration.ofMinutes(11));
    Instant next = ledger.begin(alice, deposit.number()).orElseThrow();

    ledger.end(alice, deposit.number(), slow);
    assertThat(ledger.begin(alice, deposit.number())).isEmpty();

    ledger.end(alice, deposit.number(), next);
    assertThat(ledger.begin(alice, deposit.number())).isPresent();
  }

  @Test
  void takesNothingBackWhileAnEarlierFileThatDoesIsNotDecided() throws IOException {
    DepositView deposit = dropped("A", 3, 0);
    WithdrawalChoice choice = new WithdrawalChoice(false, Set.of(1), Set.of());
    DepositView first =
        redropped(mending.withdrawals.takeBack(alice, deposit.number(), choice, false, EDITOR));

    assertThat(mending.withdrawals.view(alice, deposit.number(), FIRST).pending())
        .contains(first.number());
    assertThat(mending.withdrawals.takeBack(alice, deposit.number(), choice, false, EDITOR))
        .isEqualTo(new CorrectionOutcome.Pending(Optional.of(first.number())));

    desk.judge(first, CheckingMode.STRICT);
    assertThat(mending.withdrawals.view(alice, deposit.number(), FIRST).pending()).isEmpty();
    assertThat(mending.withdrawals.takeBack(alice, deposit.number(), choice, false, EDITOR))
        .as("it is taken back already")
        .isInstanceOf(CorrectionOutcome.NothingChosen.class);
    WithdrawalChoice other = new WithdrawalChoice(false, Set.of(2), Set.of());
    redropped(mending.withdrawals.takeBack(alice, deposit.number(), other, false, EDITOR));
  }

  @Test
  void takesAcceptedPassagesBackByWhatTheirFileSaysOfThem() throws IOException {
    DepositView deposit = dropped("A", 4, 1);
    WithdrawalChoice choice =
        new WithdrawalChoice(false, Set.of(2), Set.of("A-3", "A-1", "INCONNU"));

    WithdrawalPlan plan = mending.withdrawals.plan(alice, deposit.number(), choice);
    assertThat(plan.first()).extracting(one -> one.position()).containsExactly(2, 3);
    assertThat(plan.many()).isEqualTo(2);
    assertThat(plan.unknown()).containsExactly("A-1", "INCONNU");
    DepositView suppression =
        redropped(mending.withdrawals.takeBack(alice, deposit.number(), choice, false, EDITOR));

    assertThat(content(suppression))
        .contains("<action>SUPPRESSION</action>", "<idFlux>A-S1</idFlux>", "A-2<", "A-3<")
        .doesNotContain("A-4<");
    assertThat(desk.judge(suppression, CheckingMode.STRICT).accepted()).isEqualTo(2);
    assertThat(mending.withdrawals.view(alice, deposit.number(), FIRST).passages())
        .extracting(one -> one.idTechnique().orElse(""))
        .containsExactly("A-4");
  }

  @Test
  void opensWhatIsTakenBackToBeDeclaredOnceMore() throws IOException {
    DepositView deposit = dropped("A", 2, 0);
    WithdrawalChoice choice = new WithdrawalChoice(false, Set.of(1), Set.of());
    DepositView suppression =
        redropped(mending.withdrawals.takeBack(alice, deposit.number(), choice, true, EDITOR));
    MendingPassage opened = sheet(deposit, CorrectionShow.ALL).passages().get(0);
    assertThat(opened.left()).noneMatch(Finding::blocks);

    save(deposit, edit(1, opened.row().draft().orElseThrow().version(), "NOUVEAU"));
    DepositView again = redropped(mending.corrections.drop(alice, deposit.number()));

    desk.judge(suppression, CheckingMode.STRICT);
    assertThat(desk.judge(again, CheckingMode.STRICT).status()).isEqualTo(DepositStatus.ACCEPTED);
    assertThat(content(again)).contains("NOUVEAU", "A-1<");
  }

  @Test
  void dropsATypedPassageOnceTheChecksTakeIt() throws IOException {
    EntryOffer offer = mending.entry.offer(alice);
    assertThat(offer.contracts()).extracting(one -> one.contract()).containsExactly("MCFCER990001");
    Map<String, String> values =
        new HashMap<>(PassageText.of(FluxSamples.fullPassage(1).strip()).values());
    values.put("/idTechnique", offer.idTechnique());
    values.put(LAST_NAME, "7FAUTE");

    EntryOutcome faulty = mending.entry.drop(alice, typed(values), Locale.FRENCH);
    assertThat(faulty).isInstanceOf(EntryOutcome.Faulty.class);
    EntryCheck check = ((EntryOutcome.Faulty) faulty).check();
    assertThat(check.findings()).anyMatch(finding -> finding.path().endsWith("nomNaissance"));
    values.put(LAST_NAME, "JUSTE");
    EntryOutcome good = mending.entry.drop(alice, typed(values), Locale.FRENCH);

    long number = ((EntryOutcome.Dropped) good).number();
    DepositView deposit =
        desk.in(() -> ControlBench.deposits(DATABASE).findByNumber(number)).orElseThrow().view();
    DepositView taken = desk.judge(deposit, CheckingMode.STRICT);
    assertThat(taken.status()).isEqualTo(DepositStatus.ACCEPTED);
    assertThat(mending.entry.offer(alice).certifications())
        .extracting(EntryOffer.OfferedCertification::code)
        .containsExactly("RNCP99901");
    assertThat(mending.entry.check(alice, typed(values), Locale.FRENCH).good()).isFalse();
  }

  private static NewPassage typed(Map<String, String> values) {
    return new NewPassage("77ZZZ001", "MCFCER990001", "RNCP", "RNCP99901", values);
  }

  private KeepEntryOutcome keep(Caller caller, Optional<UUID> draft, long version, String name) {
    NewPassage passage = typed(Map.of(LAST_NAME, name));
    return desk.in(() -> mending.drafts.keep(caller, draft, version, EDITOR, passage));
  }

  private List<KeptEntry> kept(Caller caller) {
    return desk.in(() -> mending.drafts.list(caller));
  }

  @Test
  void keepsAPassageThatIsTypedInPartUntilItIsForgotten() {
    assertThat(keep(alice, Optional.empty(), 0, "À MOITIÉ"))
        .isInstanceOf(KeepEntryOutcome.Kept.class);
    KeptEntry draft = kept(alice).get(0);
    assertThat(draft.passage()).isEqualTo(typed(Map.of(LAST_NAME, "À MOITIÉ")));
    assertThat(draft.editor()).isEqualTo(EDITOR);

    assertThat(keep(alice, Optional.of(draft.id()), draft.version(), "ENTIER"))
        .isEqualTo(new KeepEntryOutcome.Kept(draft.id()));
    assertThat(keep(alice, Optional.of(draft.id()), draft.version(), "TROP TARD"))
        .isEqualTo(new KeepEntryOutcome.Overtaken(EDITOR, desk.bench.clock.instant()));
    assertThat(kept(alice)).hasSize(1);
    assertThat(kept(alice).get(0).passage().values()).containsEntry(LAST_NAME, "ENTIER");

    assertThat(desk.in(() -> mending.drafts.forget(alice, draft.id()))).isTrue();
    assertThat(desk.in(() -> mending.drafts.forget(alice, draft.id()))).isFalse();
    assertThat(keep(alice, Optional.of(draft.id()), 7, "DE NOUVEAU"))
        .as("it was thrown away meanwhile, what was typed isn't")
        .isInstanceOf(KeepEntryOutcome.Kept.class);
    assertThat(kept(alice)).hasSize(1);
  }

  @Test
  void keepsSoManyDraftsOfAnOrganisationAndShowsThemToNobodyElse() {
    Caller bob = SpoolBench.key(desk.bench.bob);
    for (int n = 0; n < EntryDrafts.MOST; n++) {
      keep(alice, Optional.empty(), 0, "BERTIN");
    }
    UUID one = kept(alice).get(0).id();

    assertThat(keep(alice, Optional.empty(), 0, "BERTIN"))
        .isEqualTo(new KeepEntryOutcome.Full(EntryDrafts.MOST));
    assertThat(kept(bob)).isEmpty();
    assertThat(desk.in(() -> mending.drafts.find(bob, one))).isEmpty();
    assertThat(desk.in(() -> mending.drafts.forget(bob, one))).isFalse();
    assertThat(desk.in(() -> mending.drafts.find(alice, one))).isPresent();
  }

  @Test
  void forgetsTypedPassagesThatNobodyGoesOnWith() {
    keep(alice, Optional.empty(), 0, "BERTIN");
    Instant later = desk.bench.clock.instant().plus(Duration.ofDays(1));

    assertThat(desk.in(() -> mending.retention.forgetDrafts(WorkedDesk.SYSTEM, later)))
        .isEqualTo(1);

    assertThat(kept(alice)).isEmpty();
  }

  /** A form sends every field, those that nobody touched included. */
  @Test
  void takesWholeFormsForWhatSomebodyChangedInThem() throws IOException {
    DepositView deposit = dropped("A", 1, 1);
    MendingPassage passage = sheet(deposit, CorrectionShow.ALL).passages().get(0);
    Map<String, String> typed = new LinkedHashMap<>();
    PassageFields.paths().forEach(path -> typed.put(path, ""));
    typed.putAll(passage.sent().values());
    typed.put(LAST_NAME, "BERTIN");
    typed.remove("/idTechnique");

    mending.corrections.save(
        alice, deposit.number(), EDITOR, List.of(new PassageEdit(1, 0, typed, false, false)));

    MendingPassage mended = sheet(deposit, CorrectionShow.READY).passages().get(0);
    assertThat(mended.row().draft().orElseThrow().changes())
        .containsExactly(Map.entry(LAST_NAME, "BERTIN"));
  }

  @Test
  void dropsAPassageOfWhichOnlyTheCompulsoryIsTyped() throws IOException {
    Map<String, String> typed = new LinkedHashMap<>();
    PassageFields.paths().forEach(path -> typed.put(path, ""));
    PassageText.of(FluxSamples.passage(1).strip())
        .values()
        .forEach((path, value) -> typed.put(path, value));
    typed.put("/idTechnique", mending.entry.offer(alice).idTechnique());

    EntryOutcome outcome = mending.entry.drop(alice, typed(typed), Locale.FRENCH);

    assertThat(outcome).as(outcome.toString()).isInstanceOf(EntryOutcome.Dropped.class);
  }

  @Test
  void offersContractsOfCertifiersThatGaveAMandateAndRefusesOthers() {
    OrganisationView bob = desk.bench.bob;
    Caller key = SpoolBench.key(bob);
    assertThat(mending.entry.offer(key).contracts()).isEmpty();
    assertThat(mending.entry.check(key, typed(Map.of()), Locale.FRENCH).refusal()).isPresent();

    desk.run(
        () ->
            desk.bench
                .desk
                .mandates()
                .add(
                    OrganisationDesk.OPERATOR,
                    desk.bench.alice.matricule(),
                    bob.matricule(),
                    java.time.LocalDate.of(2026, 1, 1),
                    Optional.empty()));

    assertThat(mending.entry.offer(key).contracts()).hasSize(1);
    assertThat(mending.entry.check(key, typed(Map.of()), Locale.FRENCH).refusal()).isEmpty();
  }

  @Test
  void hidesDepositsOfOthersAndAsksForTheRightToDrop() throws IOException {
    DepositView deposit = dropped("A", 2, 1);
    long number = deposit.number();
    WithdrawalChoice all = new WithdrawalChoice(true, Set.of(), Set.of());
    MendingBench without =
        new MendingBench(desk, DATABASE, GrantedPermissions.of(Permission.DEPOSIT_VIEW));
    Caller bob = SpoolBench.key(desk.bench.bob);

    assertThat(calls(mending, bob, number, all))
        .allSatisfy(call -> refused(call, RefusedException.Code.NO_SUCH_DEPOSIT));
    assertThat(calls(without, alice, number, all))
        .allSatisfy(call -> refused(call, RefusedException.Code.NOT_ALLOWED));
    refused(() -> without.entry.offer(alice), RefusedException.Code.NOT_ALLOWED);
    refused(
        () -> without.entry.drop(alice, typed(Map.of()), Locale.FRENCH),
        RefusedException.Code.NOT_ALLOWED);
  }

  private static List<ThrowingCallable> calls(
      MendingBench bench, Caller caller, long number, WithdrawalChoice all) {
    return List.of(
        () ->
            bench.corrections.view(
                caller, number, CorrectionShow.ALL, FIRST, List.of(), Locale.FRENCH),
        () -> bench.corrections.save(caller, number, EDITOR, List.of(edit(1, 0, "X"))),
        () -> bench.corrections.drop(caller, number),
        () -> bench.withdrawals.view(caller, number, FIRST),
        () -> bench.withdrawals.plan(caller, number, all),
        () -> bench.withdrawals.takeBack(caller, number, all, true, EDITOR));
  }

  private static void refused(ThrowingCallable call, RefusedException.Code code) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(call)
        .extracting(RefusedException::code)
        .isEqualTo(code);
  }
}
