package org.guichet.invitation.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.invitation.boundary.CodesDesk.wish;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.guichet.account.entity.GrantPlace;
import org.guichet.invitation.control.CodeMaker;
import org.guichet.invitation.control.MailingLimits;
import org.guichet.invitation.entity.Invitation;
import org.guichet.invitation.entity.InvitationPlace;
import org.guichet.invitation.entity.InvitationStatus;
import org.guichet.invitation.entity.InvitationView;
import org.guichet.invitation.entity.InvitationWish;
import org.guichet.platform.control.Tokens;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestCatalogue;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class InvitationsTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final GrantPlace TEAM = GrantPlace.in(TestCatalogue.TEAM);

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T22:30:00Z"); // 23:30 in Paris
  private CodesDesk desk;

  @BeforeEach
  void open() {
    desk = new CodesDesk(DATABASE, clock, data);
  }

  @Test
  void makesEquivalentCodesThatNobodyGuesses() {
    List<InvitationView> made =
        desk.create(desk.chief, desk.place(), wish(10, 10, "DEPOT", "ACCUSES"));

    assertThat(made)
        .hasSize(10)
        .extracting(InvitationView::rights)
        .containsOnly(Set.of("DEPOT", "ACCUSES"));
    Set<String> codes = new HashSet<>();
    for (InvitationView one : made) {
      String code = one.code().orElseThrow();
      assertThat(UUID.fromString(code).version()).isEqualTo(4);
      assertThat(UUID.fromString(code).variant()).isEqualTo(2);
      assertThat(code).startsWith(one.beginning());
      codes.add(code);
    }
    assertThat(codes).hasSize(10);
  }

  @Test
  void letsTheLastDayEndAtTheFollowingMidnightOfTheDeployment() {
    InvitationView made = desk.code("DEPOT");

    assertThat(made.lastDay()).isEqualTo(LocalDate.parse("2026-12-02"));
    clock.set(Instant.parse("2026-12-02T22:59:59Z"));
    assertThat(status(made)).isEqualTo(InvitationStatus.VALID);
    clock.set(Instant.parse("2026-12-02T23:00:00Z"));
    assertThat(status(made)).isEqualTo(InvitationStatus.EXPIRED);
  }

  private InvitationStatus status(InvitationView made) {
    return desk.in(() -> desk.book.find(made.id()).orElseThrow().status(clock.instant()));
  }

  @Test
  void keepsNothingInTheTablesThatCouldBeRedeemed() {
    InvitationView made = desk.code("DEPOT");
    String code = made.code().orElseThrow();
    Invitation row = desk.in(() -> desk.book.find(made.id()).orElseThrow());

    assertThat(row.closed().orElseThrow()).doesNotContain(code.substring(9));
    assertThat(desk.in(() -> desk.book.find(desk.maker.lookUp(code)))).isPresent();
    assertThat(desk.in(() -> desk.book.find(Tokens.digest(code))))
        .as("a plain hash doesn’t find it")
        .isEmpty();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .as("in another row it doesn’t open")
        .isThrownBy(() -> desk.maker.open(row.closed().orElseThrow(), UUID.randomUUID()));
    assertThat(desk.accounts.audit.written().toString()).doesNotContain(code);
  }

  @Test
  void refusesWhatCannotBeAndNamesTheField() {
    assertThat(desk.mistakes(desk.chief, desk.place(), wish(0, 91)))
        .containsExactly("count COUNT", "days DAYS", "rights RIGHTS_EMPTY");
    assertThat(desk.mistakes(desk.chief, desk.place(), wish(11, 0, "NOWHERE", "EQUIPIER")))
        .containsExactlyInAnyOrder(
            "count COUNT", "days DAYS", "rights RIGHT_UNKNOWN", "rights RIGHT_NOT_CONNECTED");
    assertThat(desk.mistakes(desk.chief, desk.place(), wish(1, 1, "ACCUSES", "IMPORT", "DEPOT")))
        .containsExactly("rights RIGHTS_EXCLUSIVE");
    Caller north = desk.with("Omar", TestCatalogue.TEAM, "CHEF-NORD");
    assertThat(desk.mistakes(north, TEAM, wish(1, 90, "SAISIE-NORD", "CONTROLE-NORD")))
        .containsExactly("rights RIGHTS_EXCLUSIVE");
    assertThat(desk.mistakes(north, TEAM, wish(1, 90))).containsExactly("rights RIGHTS_EMPTY");
    assertThat(desk.mistakes(north, TEAM, wish(1, 90, "EXPLOITANT")))
        .containsExactly("rights RIGHT_UNKNOWN");
  }

  @Test
  void letsOnlyAdministratorsOfThePlaceMakeCodes() {
    Caller north = desk.with("Omar", TestCatalogue.TEAM, "CHEF-NORD");
    Caller reader = desk.with("Lia", TestCatalogue.TEAM, "LECTURE-NORD");
    Caller member =
        desk.accounts.caller(
            desk.accounts.member("Ana", "Petit", desk.school, "DEPOT"), desk.school.id());

    assertThat(desk.create(north, TEAM, wish(2, 5, "LECTURE-NORD"))).hasSize(2);
    refused(() -> desk.create(north, desk.place(), wish(1, 5, "DEPOT")));
    refused(() -> desk.create(reader, TEAM, wish(1, 5, "LECTURE-NORD")));
    refused(() -> desk.create(member, desk.place(), wish(1, 5, "DEPOT")));
    refused(() -> desk.create(desk.chief, TEAM, wish(1, 5, "LECTURE-NORD")));
    assertThat(places(desk.chief)).containsExactly("12ABC345");
    assertThat(places(north)).containsExactly("EQUIPE-NORD");
    assertThat(places(member)).isEmpty();
  }

  private List<String> places(Caller caller) {
    return desk.in(() -> desk.invitations().places(caller)).stream()
        .map(InvitationPlace::code)
        .toList();
  }

  private static void refused(ThrowingCallable work) {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(work)
        .matches(e -> e.code() == RefusedException.Code.NOT_ALLOWED);
  }

  @Test
  void showsCodesOnlyToWhoMadeThem() {
    InvitationView made = desk.code("DEPOT");
    Caller other =
        desk.accounts.caller(
            desk.accounts.member("Ana", "Petit", desk.school, "BP-ADMIN"), desk.school.id());

    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.in(() -> desk.invitations().made(other, made.batch())))
        .matches(e -> e.code() == RefusedException.Code.NO_SUCH_INVITATION);
  }

  @Test
  void mailsAnInvitationThatHoldsNoCodeAndBindsItToTheAddress() {
    InvitationView made =
        desk.create(
                desk.chief,
                desk.place(),
                new InvitationWish(1, 10, Set.of("DEPOT"), " Ana.Petit@example.org "))
            .get(0);

    assertThat(desk.accounts.mails.last().template()).isEqualTo("invitation.sent");
    assertThat(desk.accounts.mails.last().to()).isEqualTo("Ana.Petit@example.org");
    assertThat(desk.accounts.mails.last().arguments())
        .containsEntry("inviter", "Claire Montségur")
        .containsEntry("day", "2 décembre 2026");
    assertThat(desk.accounts.mails.last().toString()).doesNotContain(made.code().orElseThrow());
    assertThat(made.bound()).isTrue();
    assertThat(desk.redeem(desk.stranger("Omar", "Roy"), made.code().orElseThrow()))
        .isEqualTo("OTHER_ADDRESS");
    assertThat(desk.redeem(desk.stranger("Ana", "Petit"), made.code().orElseThrow()))
        .isEqualTo("redeemed");
    assertThat(
            desk.mistakes(
                desk.chief,
                desk.place(),
                new InvitationWish(2, 10, Set.of("DEPOT"), "ana@example.org")))
        .containsExactly("email EMAIL_FOR_ONE");
    assertThat(
            desk.mistakes(
                desk.chief, desk.place(), new InvitationWish(1, 10, Set.of("DEPOT"), "ana@")))
        .containsExactly("email EMAIL_MALFORMED");
  }

  @Test
  void makesACodeForEachPersonOfAList() {
    List<InvitationView> made =
        list("Nom;Prénom;Courriel\nPetit;Ana;ana.petit@example.org\nRoy;Omar;omar.roy@example.org\n")
            .orElseThrow();

    assertThat(made)
        .extracting(one -> one.holder().orElseThrow())
        .containsExactlyInAnyOrder(
            new InvitationView.Holder("Ana Petit", "ana.petit@example.org"),
            new InvitationView.Holder("Omar Roy", "omar.roy@example.org"));
    assertThat(made).noneMatch(InvitationView::bound);
    byte[] paper =
        desk.in(() -> desk.invitations().print(desk.chief, made.get(0).batch(), Locale.FRENCH));
    assertThat(new String(paper, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    assertThat(made).extracting(InvitationView::code).doesNotHaveDuplicates();
  }

  @Test
  void makesNoneForAListWithAMistake() {
    assertThat(list("nom;prenom;courriel\nPetit;Ana;ana@\n;Omar;omar@example.org\n")).isEmpty();
    assertThat(wrong).containsExactlyInAnyOrder("LIST_EMAIL 2", "LIST_NAME 3");
    assertThat(desk.in(() -> desk.desk().list(desk.chief, InvitationDeskTest.all())).total())
        .isZero();
  }

  private List<String> wrong = List.of();

  private Optional<List<InvitationView>> list(String text) {
    return desk.in(
            () ->
                desk.invitations()
                    .createForList(desk.chief, desk.place(), wish(1, 10, "DEPOT"), text, false))
        .fold(
            created ->
                Optional.of(desk.in(() -> desk.invitations().made(desk.chief, created.batch()))),
            refused -> {
              wrong =
                  refused.mistakes().stream()
                      .map(one -> one.code() + " " + one.arguments().get(0))
                      .toList();
              return Optional.empty();
            });
  }

  @Test
  void mailsOnlySoManyInvitationsForOneInviterAndPlace() {
    String hundred =
        "nom;prenom;courriel\n"
            + IntStream.range(0, 100)
                .mapToObj(n -> "Petit;Ana;ana." + n + "@example.org\n")
                .collect(Collectors.joining());
    assertThat(mailed(desk.chief, hundred)).isEmpty();
    assertThat(mailed(desk.chief, hundred)).containsExactly("list MAILED_TOO_OFTEN [100]");
    assertThat(list(hundred)).as("without mail").isPresent();
    for (int n = 100; n < MailingLimits.AT_ONCE; n++) {
      assertThat(invited(desk.chief, n)).isEmpty();
    }
    assertThat(invited(desk.chief, 0)).containsExactly("email MAILED_TOO_OFTEN");
    Caller second =
        desk.accounts.caller(
            desk.accounts.member("Lia", "Roy", desk.school, "BP-ADMIN"), desk.school.id());
    assertThat(invited(second, 0)).as("a colleague goes on").isEmpty();
    assertThat(mailed(second, hundred)).isEmpty();
    assertThat(mailed(second, hundred)).as("not as much").hasSize(1);
    assertThat(invited(second, 1)).as("what was refused took nothing").isEmpty();

    clock.advance(MailingLimits.REFILL);
    assertThat(invited(desk.chief, 0)).isEmpty();
    assertThat(invited(desk.chief, 1)).containsExactly("email MAILED_TOO_OFTEN");
  }

  private List<String> invited(Caller caller, int number) {
    return desk.mistakes(
        caller,
        desk.place(),
        new InvitationWish(1, 10, Set.of("DEPOT"), "omar." + number + "@example.org"));
  }

  private List<String> mailed(Caller caller, String people) {
    return desk.in(
            () ->
                desk.invitations()
                    .createForList(caller, desk.place(), wish(1, 10, "DEPOT"), people, true))
        .fold(
            created -> List.<String>of(),
            refused ->
                refused.mistakes().stream()
                    .map(one -> one.field() + " " + one.code() + " " + one.arguments())
                    .toList());
  }

  @Test
  void readsCodesHoweverTheyWerePasted() {
    String code = "49dc13c1-e02e-4a01-8430-a31be39d4252";

    assertThat(CodeMaker.read(" 49DC13C1-e02e-4a01-8430-a31be39d4252\n")).contains(code);
    assertThat(CodeMaker.read("49dc13c1–e02e–4a01–8430–a31be39d4252")).contains(code);
    assertThat(CodeMaker.read("\u200b49dc13c1-e02e-4a01-8430-a31be39d4252")).contains(code);
    assertThat(CodeMaker.read("49dc13c1-e02e-4a01-8430-a31be39d425")).isEmpty();
    assertThat(CodeMaker.read("00u0a0aa-0000-0000-000a-00000000aa66")).isEmpty();
  }
}
