package org.guichet.assistance.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;
import static org.guichet.account.boundary.AccountDesk.VISITOR;
import static org.guichet.assistance.AssistanceSamples.administrator;
import static org.guichet.assistance.AssistanceSamples.certifier;
import static org.guichet.assistance.AssistanceSamples.depositor;
import static org.guichet.assistance.AssistanceSamples.other;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.account.boundary.AccountDesk;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.RegistrationRequest;
import org.guichet.assistance.entity.Acceptance;
import org.guichet.assistance.entity.AnswerOutcome;
import org.guichet.assistance.entity.DecisionOutcome;
import org.guichet.assistance.entity.SubmitOutcome;
import org.guichet.assistance.entity.TicketKind;
import org.guichet.assistance.entity.TicketQuery;
import org.guichet.assistance.entity.TicketRequest;
import org.guichet.assistance.entity.TicketRole;
import org.guichet.assistance.entity.TicketRow;
import org.guichet.assistance.entity.TicketStatus;
import org.guichet.assistance.entity.TicketView;
import org.guichet.assistance.entity.WaitingTicket;
import org.guichet.organisation.entity.CheckingMode;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.PageRequest;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class AssistanceTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  private static final Acceptance PLAIN = given("", "");
  private static final TicketQuery ALL =
      new TicketQuery(
          Optional.empty(),
          Optional.empty(),
          "",
          Optional.empty(),
          TicketQuery.Order.NUMBER,
          false);

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private AssistanceDesk desk;

  @BeforeEach
  void open() {
    desk = new AssistanceDesk(DATABASE, clock, new CountingIds(), data);
  }

  private static <T> T in(Callable<T> work) {
    return DATABASE.inTransaction(work);
  }

  private static Acceptance given(String matricule, String contract, String... certifiers) {
    return new Acceptance(matricule, contract, List.of(certifiers), CheckingMode.STRICT);
  }

  private long taken(Caller caller, TicketRequest request) {
    return in(() -> desk.form().submit(caller, request))
        .fold(
            taken -> taken.number(),
            many -> {
              throw new AssertionError("too many");
            },
            refused -> {
              throw new AssertionError(refused.mistakes());
            });
  }

  private long taken(TicketRequest request) {
    return taken(VISITOR, request);
  }

  private String accept(long number, Acceptance given) {
    return said(in(() -> desk.decisions().accept(OPERATOR, number, given)));
  }

  private static String said(DecisionOutcome outcome) {
    return outcome.fold(
        accepted -> "accepted",
        down -> "refused",
        already -> "already " + already.status(),
        mistaken ->
            mistaken.mistakes().stream().map(m -> m.field() + " " + m.code()).toList().toString()
                + mistaken.ofTheOrganisation().stream().map(m -> m.code().name()).toList());
  }

  private static String said(AnswerOutcome outcome) {
    return outcome.fold(
        done -> "done",
        overtaken -> "overtaken",
        over -> "over",
        many -> "too many",
        refused -> refused.mistakes().get(0).code().name());
  }

  private Map<String, String> lastMail() {
    return desk.accounts.mails.last().arguments();
  }

  private TicketView seen(Caller caller, long number) {
    return in(() -> desk.desk().find(caller, number));
  }

  @Test
  void aRequestIsNumberedAndItsLinkIsMailedAndOpensNothingByItsNumber() {
    long number = taken(other("Ana Petit"));
    assertThat(desk.accounts.mails.sent()).containsExactly("ticket.received ana.petit@example.org");
    String token = desk.accounts.mails.token();
    assertThat(token).hasSizeGreaterThan(40);
    TicketView view = in(() -> desk.following().look(VISITOR, token)).orElseThrow();
    assertThat(view.number()).isEqualTo(number);
    assertThat(view.role()).isEqualTo(TicketRole.ASKER);
    assertThat(view.messages())
        .extracting(TicketView.Message::text)
        .containsExactly("Je n’y arrive pas.");
    assertThat(in(() -> desk.following().look(VISITOR, Long.toString(number)))).isEmpty();
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> seen(VISITOR, number));
  }

  @Test
  void tooManyFromOneAddressAreToldSoAndNotTaken() {
    for (int i = 0; i < 4; i++) {
      taken(other("Ana Petit"));
    }
    assertThat(in(() -> desk.form().submit(VISITOR, other("Ana Petit"))))
        .isInstanceOf(SubmitOutcome.TooMany.class);
    clock.advance(Duration.ofMinutes(31));
    taken(other("Ana Petit"));
  }

  @Test
  void aCertifierIsMadeWithMadeUpNumbersAndItsContactRegistersWithTheMailedCode() {
    long number = taken(certifier("Institut Vauclair"));
    assertThat(accept(number, PLAIN)).isEqualTo("accepted");
    Map<String, String> mail = lastMail();
    assertThat(desk.accounts.mails.last().template()).isEqualTo("ticket.accepted.certifier");
    assertThat(mail.get("matricule")).matches("\\d\\d[A-Z]{3}\\d{3}");
    assertThat(mail.get("contract")).isEqualTo("CTR-%06d".formatted(number));
    in(
        () ->
            desk.accounts
                .registration()
                .register(
                    VISITOR,
                    new RegistrationRequest(
                        AccountDesk.person("Ana", "Petit"),
                        mail.getOrDefault("matricule", ""),
                        mail.getOrDefault("contract", ""),
                        mail.getOrDefault("code", ""))));
    assertThat(
            in(() ->
                    desk.accounts
                        .activation()
                        .activate(VISITOR, desk.accounts.mails.token(), AccountDesk.PASSWORD))
                .<Boolean>fold(a -> a.administrator(), o -> false, t -> false, r -> false))
        .isTrue();
    assertThat(desk.accounts.audit.actions())
        .contains("TICKET_OPENED", "TICKET_ACCEPTED", "REGISTRATION_CODE_ISSUED");
  }

  @Test
  void aDepositorGetsTheMandatesThatWereChosenAndACertifiersContract() {
    desk.accounts.certifier("CCCCCCCC", "C-1");
    long number = taken(depositor("Lycée d’Exemple", "L’institut CCCCCCCC"));
    assertThat(accept(number, given("", "", "XXXXXXXX", "CCCCCCCC")))
        .isEqualTo("[certifiers CERTIFIER_UNKNOWN][]");
    assertThat(accept(number, given("dddddddd", "", "CCCCCCCC"))).isEqualTo("accepted");
    assertThat(desk.accounts.mails.last().template()).isEqualTo("ticket.accepted.depositor");
    assertThat(lastMail()).containsEntry("contract", "C-1").containsEntry("matricule", "DDDDDDDD");
    OrganisationView made = in(() -> desk.accounts.organisations.find("DDDDDDDD"));
    assertThat(in(() -> desk.accounts.organisations.mandates().list(OPERATOR, made.matricule())))
        .hasSize(1);
  }

  @Test
  void aDepositorWithoutAMandateIsToldToAskForOne() {
    assertThat(accept(taken(depositor("Lycée d’Exemple", "?")), PLAIN)).isEqualTo("accepted");
    assertThat(desk.accounts.mails.last().template()).isEqualTo("ticket.accepted.unmandated");
  }

  @Test
  void numbersOfOthersAreRefusedAndNothingIsMade() {
    desk.accounts.certifier("CCCCCCCC", "C-1");
    long number = taken(certifier("Institut Vauclair"));
    assertThat(accept(number, given("CCCCCCCC", "C-2"))).isEqualTo("[][MATRICULE_TAKEN]");
    assertThat(accept(number, given("VVVVVVVV", "C-1"))).isEqualTo("[][CONTRACT_TAKEN]");
    assertThat(accept(number, given("short", ""))).isEqualTo("[][MATRICULE_MALFORMED]");
    assertThat(seen(OPERATOR, number).status()).isEqualTo(TicketStatus.OPEN);
  }

  @Test
  void ofTwoOperatorsAtTheSameInstantOneDecidesAndTheOtherIsTold() throws Exception {
    long number = taken(certifier("Institut Vauclair"));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<String>> said = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      said.add(threads.submit(() -> accept(number, PLAIN)));
    }
    List<String> outcomes = new ArrayList<>();
    for (Future<String> each : said) {
      outcomes.add(each.get(60, TimeUnit.SECONDS));
    }
    threads.shutdown();
    assertThat(outcomes).containsExactlyInAnyOrder("accepted", "already ACCEPTED");
    assertThat(desk.accounts.mails.sent())
        .filteredOn(mail -> mail.startsWith("ticket.accepted"))
        .hasSize(1);
  }

  @Test
  void aRefusalHasAReasonThatIsMailedAndIsTheLastWord() {
    long number = taken(certifier("Institut Vauclair"));
    assertThat(said(in(() -> desk.decisions().refuse(OPERATOR, number, " "))))
        .isEqualTo("[reason MISSING][]");
    assertThat(said(in(() -> desk.decisions().refuse(OPERATOR, number, "Pas habilité."))))
        .isEqualTo("refused");
    assertThat(desk.accounts.mails.last().template()).isEqualTo("ticket.refused");
    assertThat(lastMail()).containsEntry("text", "Pas habilité.");
    assertThat(accept(number, PLAIN)).isEqualTo("already REFUSED");
    String token = desk.accounts.mails.token();
    assertThat(said(in(() -> desk.following().answer(VISITOR, token, "Mais si."))))
        .isEqualTo("over");
  }

  @Test
  void theThreadGoesToAndFroAndASecondAnswerThatMissedTheFirstIsHeldBack() {
    Caller omar = operator("Omar", "Roy");
    long number = taken(other("Ana Petit"));
    String token = desk.accounts.mails.token();
    assertThat(said(in(() -> desk.desk().answer(omar, number, 1, "Quel message ?\n\nOù ?"))))
        .isEqualTo("done");
    assertThat(desk.accounts.mails.last().template()).isEqualTo("ticket.answered");
    assertThat(said(in(() -> desk.desk().answer(omar, number, 1, "Autre chose"))))
        .isEqualTo("overtaken");
    String later = desk.accounts.mails.token();
    assertThat(later).isNotEqualTo(token);
    for (String each : List.of(token, later)) {
      assertThat(said(in(() -> desk.following().answer(VISITOR, each, "Celui-ci"))))
          .isEqualTo("done");
    }
    TicketView view = seen(omar, number);
    assertThat(view.status()).isEqualTo(TicketStatus.OPEN);
    assertThat(view.messages())
        .extracting(TicketView.Message::name)
        .containsExactly("Ana Petit", "Omar Roy", "Ana Petit", "Ana Petit");
    assertThat(said(in(() -> desk.following().close(VISITOR, token)))).isEqualTo("done");
    assertThat(said(in(() -> desk.desk().answer(omar, number, 4, "Trop tard")))).isEqualTo("over");
  }

  @Test
  void anOperatorTakesARequestInCare() {
    Caller omar = operator("Omar", "Roy");
    long number = taken(certifier("Institut Vauclair"));
    assertThat(in(() -> desk.desk().assign(omar, number))).isTrue();
    assertThat(in(() -> desk.desk().assign(omar, number))).isFalse();
    TicketView view = seen(omar, number);
    assertThat(view.assignee()).isEqualTo("Omar Roy");
    assertThat(view.assignedToCaller()).isTrue();
    assertThat(view.mayAccept()).isTrue();
  }

  @Test
  void whoeverAnswersRequestsOnlyMayNotMakeOrganisations() {
    Caller helper = withRole("Eve", "Blanc", "ASSISTANCE");
    long number = taken(certifier("Institut Vauclair"));
    TicketView view = seen(helper, number);
    assertThat(view.mayAccept()).isFalse();
    assertThat(view.mayRefuse()).isTrue();
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> in(() -> desk.decisions().accept(helper, number, PLAIN)));
    assertThat(seen(OPERATOR, number).status()).isEqualTo(TicketStatus.OPEN);
  }

  @Test
  void whoWantsToAdministerIsLedToTheAdministratorsAndNotToTheOperator() {
    OrganisationView alice = desk.accounts.organisation("AAAAAAAA");
    AccountView lea = desk.accounts.member("Léa", "Martin", alice, "BP-ADMIN");
    AccountView bob = desk.accounts.member("Bob", "Grand", alice, "DEPOT");
    long number = taken(administrator("aaaaaaaa"));
    assertThat(desk.accounts.mails.sent())
        .containsExactly(
            "ticket.received ana.petit@example.org", "ticket.forAdministrators " + lea.email());
    Caller admin = desk.accounts.caller(lea, alice.id());
    assertThat(numbersOf(alice, admin)).containsExactly(number);
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> numbers(admin));
    assertThat(seen(admin, number).role()).isEqualTo(TicketRole.ADMINISTRATOR);
    assertThat(said(in(() -> desk.desk().answer(admin, number, 0, "Qui êtes-vous ?"))))
        .isEqualTo("done");
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> numbersOf(alice, desk.accounts.caller(bob, alice.id())));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> seen(desk.accounts.caller(bob, alice.id()), number));
    assertThat(accept(number, PLAIN)).isEqualTo("[matricule HAS_ADMINISTRATORS][]");
  }

  @Test
  void whereNobodyAdministersTheOperatorConfirmsAndTheCodeIsMailed() {
    desk.accounts.certifier("CCCCCCCC", "C-1");
    long number = taken(administrator("CCCCCCCC"));
    assertThat(accept(number, given("XXXXXXXX", ""))).isEqualTo("[matricule MATRICULE_UNKNOWN][]");
    assertThat(accept(number, PLAIN)).isEqualTo("accepted");
    assertThat(desk.accounts.mails.last().template()).isEqualTo("ticket.accepted.administrator");
    assertThat(lastMail()).containsEntry("contract", "C-1").containsKey("code");
  }

  @Test
  void peopleSeeTheirOwnRequestsAndNobodyElsesInTheirName() {
    AccountView ana = desk.accounts.active("Ana", "Petit");
    AccountView bob = desk.accounts.active("Bob", "Grand");
    Caller caller = desk.accounts.in(ana).person().caller(null, "192.0.2.7");
    Caller stranger = desk.accounts.in(bob).person().caller(null, "192.0.2.8");
    long number = taken(caller, other("Ana Petit"));
    taken(other("Bob Grand"));
    assertThat(in(() -> desk.following().mine(caller)))
        .extracting(TicketRow::number)
        .containsExactly(number);
    assertThat(seen(caller, number).mayAnswer()).isTrue();
    assertThat(said(in(() -> desk.desk().answer(caller, number, 0, "Encore une chose"))))
        .isEqualTo("done");
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> seen(stranger, number));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> in(() -> desk.desk().close(stranger, number)));
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> numbers(stranger));
  }

  @Test
  void twoYearsAfterItsEndNothingPersonalIsLeftAndItsLinksAreDead() {
    long number = taken(other("Ana Petit"));
    String token = desk.accounts.mails.token();
    in(() -> desk.desk().close(OPERATOR, number));
    clock.advance(Duration.ofDays(729));
    assertThat(in(() -> desk.sweep().erase(OPERATOR))).isZero();
    clock.advance(Duration.ofDays(3));
    assertThat(in(() -> desk.sweep().erase(OPERATOR))).isEqualTo(1);
    assertThat(in(() -> desk.sweep().erase(OPERATOR))).isZero();
    TicketView view = seen(OPERATOR, number);
    assertThat(view.erased()).isTrue();
    assertThat(view.request().contact().email()).isEmpty();
    assertThat(view.messages()).isEmpty();
    assertThat(desk.accounts.mails.sent()).isEmpty();
    assertThat(in(() -> desk.following().look(VISITOR, token))).isEmpty();
  }

  @Test
  void tellsOperatorsWhoWantItOfAllThatCameInOneMailEachHalfHour() {
    Caller operator = operator("Claire", "Montsegur");
    assertThat(in(() -> desk.desk().waiting(operator)).count()).isZero();
    in(
        () -> {
          desk.telling().watch(operator, true);
          return true;
        });
    taken(other("Ana Petit"));
    taken(certifier("Institut Vauclair"));
    assertThat(told()).isEqualTo(2);
    assertThat(desk.accounts.mails.last().template()).isEqualTo("ticket.waiting");
    assertThat(desk.accounts.mails.last().to()).isEqualTo("claire.montsegur@example.org");
    assertThat(desk.accounts.mails.last().rows()).hasSize(2);
    int mails = desk.accounts.mails.sent().size();
    taken(other("Zoe Blanc"));
    assertThat(told()).as("too soon").isZero();
    clock.advance(Duration.ofMinutes(31));
    assertThat(told()).isEqualTo(1);
    assertThat(told()).isZero();
    assertThat(desk.accounts.mails.sent()).hasSize(mails + 2);
    assertThat(in(() -> desk.desk().waiting(operator)).count()).isEqualTo(3);
  }

  private int told() {
    return in(() -> desk.telling().tell(Caller.system("test")));
  }

  @Test
  void tellsWhoTakesCareOfARequestOnceForEachTurn() {
    Caller operator = operator("Claire", "Montsegur");
    long number = taken(other("Ana Petit"));
    String token = desk.accounts.mails.token();
    in(() -> desk.desk().assign(operator, number));
    in(() -> desk.desk().answer(operator, number, 1, "Pouvez-vous préciser ?"));
    in(() -> desk.following().answer(VISITOR, token, "Oui."));
    in(() -> desk.following().answer(VISITOR, token, "Et encore."));
    assertThat(desk.accounts.mails.sent().stream().filter(mail -> mail.startsWith("ticket.asked")))
        .containsExactly("ticket.asked claire.montsegur@example.org");
  }

  @Test
  void whoIsSignedOutHasNoRequestsAnyMore() {
    AccountView ana = desk.accounts.active("Ana", "Petit");
    Caller caller = desk.accounts.in(ana).person().caller(null, "192.0.2.7");
    long number = taken(caller, other("Ana Petit"));
    in(
        () -> {
          desk.accounts.sessions().signOut(caller);
          return true;
        });
    assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> seen(caller, number));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> in(() -> desk.desk().answer(caller, number, 1, "Encore")));
  }

  private List<Long> numbers(Caller caller) {
    return in(() -> desk.desk().list(caller, ALL, PageRequest.from(0))).rows().stream()
        .map(TicketRow::number)
        .toList();
  }

  private List<Long> numbersOf(OrganisationView organisation, Caller caller) {
    return in(() -> desk.desk().listOf(caller, organisation.id(), ALL, PageRequest.from(0)))
        .rows()
        .stream()
        .map(TicketRow::number)
        .toList();
  }

  private Caller operator(String given, String family) {
    return withRole(given, family, "EXPLOITANT");
  }

  private Caller withRole(String given, String family, String role) {
    AccountView made =
        in(() ->
                desk.accounts
                    .operators()
                    .create(
                        OPERATOR,
                        AccountDesk.person(given, family),
                        "PORTAIL-DEFAUT",
                        Set.of(role)))
            .fold(
                created -> created.account(),
                refused -> {
                  throw new AssertionError(refused.mistakes().toString().toLowerCase(Locale.ROOT));
                });
    in(
        () ->
            desk.accounts
                .activation()
                .activate(VISITOR, desk.accounts.mails.token(), AccountDesk.PASSWORD));
    return desk.accounts.in(made).person().caller(null, "192.0.2.7");
  }

  @Test
  void tellsWhichRequestsWaitWithoutNamingAnybody() {
    long number = taken(other("Ida Nguyen"));
    List<WaitingTicket> waiting = in(() -> desk.watch().waiting(OPERATOR, Optional.empty(), 5));
    assertThat(waiting)
        .containsExactly(new WaitingTicket(number, TicketKind.OTHER, clock.instant()));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> in(() -> desk.watch().waiting(VISITOR, Optional.empty(), 5)));
    in(() -> desk.desk().close(OPERATOR, number));
    assertThat(in(() -> desk.watch().waiting(OPERATOR, Optional.empty(), 5))).isEmpty();
  }
}
