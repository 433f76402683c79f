package org.guichet.deposit.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.deposit.entity.DepositKind.REAL;
import static org.guichet.deposit.entity.DepositKind.TRIAL;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guichet.deposit.control.ControlBench;
import org.guichet.deposit.entity.CauseCount;
import org.guichet.deposit.entity.DepositDetails;
import org.guichet.deposit.entity.DepositFilter;
import org.guichet.deposit.entity.DepositKind;
import org.guichet.deposit.entity.DepositRow;
import org.guichet.deposit.entity.DepositStanding;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.deposit.entity.DepositView;
import org.guichet.deposit.entity.DropFolder;
import org.guichet.deposit.entity.FoundPassage;
import org.guichet.flux.Dimension;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Severity;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.boundary.Permissions;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Channel;
import org.guichet.platform.entity.KeyId;
import org.guichet.platform.entity.OrganisationId;
import org.guichet.platform.entity.Page;
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
 * What the pages of deposits ask: the list, and one of them. Alice certifies, Bob drops for her.
 */
class DepositPagesTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Optional<OrganisationId> ALL = Optional.empty();
  private static final PageRequest FIRST = new PageRequest(0, 25);
  private static final Caller OPERATOR = Caller.commandLine();

  @TempDir Path data;
  private WorkedDesk desk;
  private Optional<OrganisationId> alice;
  private Optional<OrganisationId> bob;

  @BeforeEach
  void open() throws IOException {
    desk = new WorkedDesk(DATABASE, data);
    alice = Optional.of(desk.bench.alice.id());
    bob = Optional.of(desk.bench.bob.id());
  }

  private static Permissions viewing() {
    return GrantedPermissions.of(Permission.DEPOSIT_VIEW);
  }

  private DepositList search(Permissions permissions) {
    DepositList search = new DepositList();
    search.entries = ControlBench.entries(DATABASE);
    search.chain = ControlBench.chain(DATABASE);
    search.permissions = permissions;
    return search;
  }

  private DepositDossier dossier(Permissions permissions) {
    DepositDossier dossier = new DepositDossier();
    dossier.deposits = ControlBench.deposits(DATABASE);
    dossier.entries = ControlBench.entries(DATABASE);
    dossier.findings = ControlBench.findings(DATABASE);
    dossier.verdicts = ControlBench.verdicts(DATABASE);
    dossier.readings = ControlBench.readings(DATABASE);
    dossier.books = ControlBench.mending(DATABASE);
    dossier.chain = ControlBench.chain(DATABASE);
    dossier.receipts = desk.issuing;
    dossier.store = desk.bench.store;
    dossier.permissions = permissions;
    dossier.settings = desk.bench.settings;
    dossier.clock = desk.bench.clock;
    return dossier;
  }

  private static Caller of(OrganisationView organisation) {
    return SpoolBench.key(organisation);
  }

  private List<DepositRow> found(DepositFilter filter) {
    return desk.in(() -> search(viewing()).search(OPERATOR, filter, FIRST)).rows();
  }

  private List<String> names(DepositFilter filter) {
    return found(filter).stream().map(DepositRow::fileName).toList();
  }

  private DepositFilter filter(
      String text,
      Optional<DepositStanding> standing,
      Optional<DepositKind> kind,
      DepositFilter.Sort sort,
      boolean descending) {
    return new DepositFilter(
        ALL,
        text,
        standing,
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        sort,
        descending);
  }

  private DepositFilter text(String text) {
    return filter(text, Optional.empty(), Optional.empty(), DepositFilter.Sort.RECEIVED, true);
  }

  private DepositView named(OrganisationView who, DepositKind kind, String name) {
    return desk.drop(who, kind, name, "<" + name.replace('.', '-') + "/>");
  }

  @Test
  void listsWhatWasDroppedForItsSenderItsCertifierAndWhoMaySeeAll() {
    desk.judge(named(desk.bench.alice, REAL, "own.xml"), 1, 0);
    desk.judge(named(desk.bench.bob, REAL, "mandated.xml"), 2, 1);
    named(desk.bench.bob, REAL, "unread.xml"); // nobody knows yet for whom

    assertThat(names(DepositFilter.of(alice))).containsExactlyInAnyOrder("own.xml", "mandated.xml");
    assertThat(names(DepositFilter.of(bob)))
        .containsExactlyInAnyOrder("mandated.xml", "unread.xml");
    assertThat(names(DepositFilter.of(ALL))).hasSize(3);
  }

  @Test
  void listsDuplicatesAndUnfinishedUploadsAmongTheDeposits() throws IOException {
    DepositView first = desk.judge(named(desk.bench.alice, REAL, "first.xml"), 1, 0);
    desk.duplicate(first, "<first-xml/>");
    Incoming cut = desk.bench.spool.begin(of(desk.bench.alice), DropFolder.REAL, "cut.xml");
    desk.bench.spool.cutShort(of(desk.bench.alice), cut);

    List<DepositRow> rows = found(DepositFilter.of(alice));

    assertThat(rows)
        .extracting(DepositRow::standing)
        .containsExactlyInAnyOrder(
            DepositStanding.ACCEPTED, DepositStanding.DUPLICATE, DepositStanding.INCOMPLETE);
    assertThat(rows)
        .filteredOn(row -> row.standing() == DepositStanding.DUPLICATE)
        .allSatisfy(row -> assertThat(row.pageOf()).isEqualTo(first.number()));
    assertThat(rows)
        .filteredOn(row -> row.standing() == DepositStanding.INCOMPLETE)
        .allSatisfy(row -> assertThat(row.pageOf()).isZero());
  }

  @Test
  void findsByPartOfTheNameWhateverItsLettersByFluxAndByNumber() {
    DepositView one = desk.judge(named(desk.bench.alice, REAL, "Lot_Avril.xml"), 1, 0);
    desk.judge(named(desk.bench.alice, REAL, "LotXAvril.xml"), 1, 0);

    assertThat(names(text("lot_avril"))).containsExactly("Lot_Avril.xml");
    assertThat(names(text("f-" + one.number()))).contains("Lot_Avril.xml");
    assertThat(names(text(Long.toString(one.number())))).contains("Lot_Avril.xml");
    assertThat(names(text("%"))).isEmpty();
  }

  @Test
  void filtersAndOrders() {
    desk.judge(named(desk.bench.alice, REAL, "a.xml"), 1, 0);
    desk.judge(named(desk.bench.alice, REAL, "c.xml"), 3, 2);
    desk.judge(named(desk.bench.alice, TRIAL, "b.xml"), 2, 1);

    assertThat(
            names(filter("", Optional.empty(), Optional.of(TRIAL), DepositFilter.Sort.FILE, true)))
        .containsExactly("b.xml");
    assertThat(
            names(
                filter(
                    "",
                    Optional.of(DepositStanding.PARTLY_ACCEPTED),
                    Optional.of(REAL),
                    DepositFilter.Sort.FILE,
                    false)))
        .containsExactly("c.xml");
    assertThat(
            names(filter("", Optional.empty(), Optional.empty(), DepositFilter.Sort.FILE, false)))
        .containsExactly("a.xml", "b.xml", "c.xml");
    assertThat(
            names(
                filter("", Optional.empty(), Optional.empty(), DepositFilter.Sort.REJECTED, true)))
        .containsExactly("c.xml", "b.xml", "a.xml");
  }

  @Test
  void tellsHowManyThereAreBesideThePageThatIsShown() {
    desk.judge(named(desk.bench.alice, REAL, "a.xml"), 1, 0);
    desk.judge(named(desk.bench.alice, REAL, "b.xml"), 1, 0);

    Page<DepositRow> page =
        desk.in(
            () -> search(viewing()).search(OPERATOR, DepositFilter.of(ALL), new PageRequest(1, 1)));

    assertThat(page.total()).isEqualTo(2);
    assertThat(page.rows()).hasSize(1);
  }

  @Test
  void saysWhatBecameOfADepositAndWhyByCause() {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 2, 1);

    for (Optional<OrganisationId> reader : List.of(alice, bob, ALL)) {
      DepositDetails told =
          desk.in(() -> dossier(viewing()).view(OPERATOR, reader, deposit.number(), Locale.FRENCH));

      assertThat(told.deposit().accepted()).isEqualTo(2);
      assertThat(told.passages()).isEqualTo(3);
      assertThat(told.causes())
          .containsExactly(new CauseCount(FindingCode.SCHEMA, Severity.PASSAGE, 1));
      assertThat(told.scores().get(Dimension.VALIDITY)).isEqualTo(2 / 3.0);
      assertThat(told.scores().get(Dimension.UNIQUENESS)).isEqualTo(1);
      assertThat(told.steps())
          .extracting(DepositDetails.Step::status)
          .containsExactly(
              DepositStatus.RECEIVED, DepositStatus.CHECKING, DepositStatus.PARTLY_ACCEPTED);
    }
  }

  @Test
  void comparesADepositWithTheOneBeforeIt() {
    DepositView before = desk.judge(desk.drop(desk.bench.bob, REAL), 1, 1);
    desk.bench.clock.advance(Duration.ofMinutes(1));
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 4, 0);

    DepositDetails told =
        desk.in(() -> dossier(viewing()).view(OPERATOR, bob, deposit.number(), Locale.FRENCH));

    assertThat(told.before()).isPresent();
    assertThat(told.before().orElseThrow().number()).isEqualTo(before.number());
    assertThat(told.before().orElseThrow().scores().get(Dimension.VALIDITY)).isEqualTo(0.5);
    assertThat(told.scores().get(Dimension.VALIDITY)).isEqualTo(1);
  }

  @Test
  void wordsTheRefusalOfAFileInTheReadersLanguage() {
    DepositView refused = desk.refuse(desk.drop(desk.bench.alice, REAL));

    for (Locale language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      DepositDetails told =
          desk.in(() -> dossier(viewing()).view(OPERATOR, alice, refused.number(), language));

      assertThat(told.refusal()).isPresent();
      assertThat(told.refusal().orElseThrow().code()).isEqualTo("DEP-304");
      assertThat(told.refusal().orElseThrow().reason()).isNotBlank();
    }
  }

  @Test
  void opensACauseAndFindsAPassageByItsId() {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 2, 3);
    DepositDossier dossier = dossier(viewing());

    Page<FoundPassage> opened =
        desk.in(
            () ->
                dossier.passages(
                    OPERATOR, bob, deposit.number(), FindingCode.SCHEMA, new PageRequest(1, 2)));

    assertThat(opened.total()).isEqualTo(3);
    assertThat(opened.rows()).extracting(FoundPassage::position).containsExactly(4, 5);
    assertThat(opened.rows().get(0).findings())
        .allSatisfy(finding -> assertThat(finding.code()).isEqualTo(FindingCode.SCHEMA));
    assertThat(
            desk.in(
                () ->
                    dossier.named(
                        OPERATOR, bob, deposit.number(), WorkedDesk.idTechnique(deposit, 2), 10)))
        .extracting(FoundPassage::position)
        .containsExactly(2);
  }

  @Test
  void countsWhatATakingBackFoundWithoutTheContent() {
    DepositView standing = desk.judge(desk.drop(desk.bench.alice, REAL), 2, 0);
    desk.takeBack(desk.drop(desk.bench.alice, REAL), standing);

    assertThat(
            desk.in(
                () ->
                    dossier(viewing())
                        .named(
                            OPERATOR,
                            alice,
                            standing.number(),
                            WorkedDesk.idTechnique(standing, 1),
                            10)))
        .allSatisfy(passage -> assertThat(passage.withdrawn()).isTrue());
  }

  @Test
  void hidesDepositsOfOthersLikeOnesThatAreNotThere() {
    DepositView own = desk.judge(desk.drop(desk.bench.alice, REAL), 1, 0);
    Caller key = of(desk.bench.bob);
    DepositDossier dossier = dossier(viewing());

    for (long number : new long[] {own.number(), 999_999}) {
      assertThatExceptionOfType(RefusedException.class)
          .isThrownBy(() -> desk.in(() -> dossier.view(key, bob, number, Locale.FRENCH)))
          .extracting(RefusedException::code)
          .isEqualTo(RefusedException.Code.NO_SUCH_DEPOSIT);
    }
  }

  @Test
  void asksForTheRightEachTime() {
    DepositView deposit = desk.judge(desk.drop(desk.bench.bob, REAL), 1, 1);
    Caller key =
        Caller.key(new KeyId(new UUID(4, 1)), desk.bench.bob.id(), Channel.API, "192.0.2.7");
    Permissions other = GrantedPermissions.of(Permission.RECEIPT_READ);
    DepositDossier dossier = dossier(other);
    long number = deposit.number();

    List<ThrowingCallable> calls =
        List.of(
            () -> search(other).search(key, DepositFilter.of(bob), FIRST),
            () -> search(viewing()).search(key, DepositFilter.of(ALL), FIRST),
            () -> dossier.view(key, bob, number, Locale.FRENCH),
            () -> dossier.passages(key, bob, number, FindingCode.SCHEMA, FIRST),
            () -> dossier.named(key, bob, number, "x", 1),
            () -> dossier.mendable(key, bob, number),
            () -> dossier.chain(key, bob, number),
            () -> dossier.rejects(key, bob, number));

    assertThat(calls)
        .allSatisfy(
            call ->
                assertThatExceptionOfType(RefusedException.class)
                    .isThrownBy(call)
                    .extracting(RefusedException::code)
                    .isEqualTo(RefusedException.Code.NOT_ALLOWED));
  }
}
