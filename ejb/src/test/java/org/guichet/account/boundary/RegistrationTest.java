package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;
import static org.guichet.account.boundary.AccountDesk.PASSWORD;
import static org.guichet.account.boundary.AccountDesk.VISITOR;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.RegistrationRequest;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class RegistrationTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private AccountDesk desk;
  private OrganisationView certifier;
  private String code;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    certifier = desk.certifier("CCCCCCCC", "C-1");
    code = desk.in(() -> desk.registrationCodes().issue(OPERATOR, certifier.matricule()));
  }

  private String register(String given, String matricule, String contract, String typed) {
    Caller caller = Caller.visitor("192.0.2." + clock.instant().getEpochSecond() % 200);
    clock.advance(Duration.ofMinutes(3));
    return desk.in(
            () ->
                desk.registration()
                    .register(
                        caller,
                        new RegistrationRequest(
                            AccountDesk.person(given, "Blanc"), matricule, contract, typed)))
        .fold(
            asked -> "asked",
            them -> "ask " + them.administrators().get(0).full(),
            not -> "not recognised",
            refused -> refused.mistakes().get(0).code().name());
  }

  private String activate(String token) {
    return desk.in(() -> desk.activation().activate(VISITOR, token, PASSWORD))
        .fold(
            in -> in.login() + " " + in.administrator(),
            over -> "over",
            taken -> "taken by " + taken.administrators().get(0).full(),
            refused -> refused.mistakes().toString());
  }

  @Test
  void theFirstBecomesAdministratorWithEveryProfileAndTheCodeIsUsedUp() {
    assertThat(register("Carl", "cccccccc", "C-1", code.toLowerCase(Locale.ROOT)))
        .isEqualTo("asked");
    assertThat(desk.mails.sent()).containsExactly("account.activation carl.blanc@example.org");
    assertThat(activate(desk.mails.token())).isEqualTo("carl.blanc true");
    AccountView carl =
        desk.in(() -> desk.ledger().view(desk.accounts.findByLogin("carl.blanc").orElseThrow()));
    assertThat(desk.in(carl).person().belongings().get(0).profiles())
        .contains("BP-ADMIN", "BP-REGLAGES", "DEPOT", "ACCUSES", "IMPORT");
    assertThat(register("Dora", "CCCCCCCC", "C-1", code)).isEqualTo("ask Carl Blanc");
    assertThat(desk.audit.actions())
        .contains("REGISTRATION_CODE_ISSUED", "REGISTRATION_CODE_USED", "MEMBERSHIP_GRANTED");
  }

  @Test
  void numbersAloneProveNothing() {
    assertThat(register("Carl", "CCCCCCCC", "C-1", "")).isEqualTo("not recognised");
    assertThat(register("Carl", "CCCCCCCC", "C-1", "AAAA-AAAA-AAAA-AAAA"))
        .isEqualTo("not recognised");
    assertThat(register("Carl", "CCCCCCCC", "C-2", code)).isEqualTo("not recognised");
    assertThat(register("Carl", "XXXXXXXX", "C-1", code)).isEqualTo("not recognised");
    clock.advance(Duration.ofDays(60));
    assertThat(register("Carl", "CCCCCCCC", "C-1", code)).isEqualTo("not recognised");
    assertThat(desk.mails.sent()).isEmpty();
  }

  @Test
  void aNewCodeEndsTheEarlierOne() {
    desk.in(() -> desk.registrationCodes().issue(OPERATOR, certifier.matricule()));
    assertThat(register("Carl", "CCCCCCCC", "C-1", code)).isEqualTo("not recognised");
  }

  @Test
  void aDepositorNamesTheContractOfACertifierThatMandatesIt() {
    OrganisationView depositor = desk.organisation("DDDDDDDD");
    String own = desk.in(() -> desk.registrationCodes().issue(OPERATOR, depositor.matricule()));
    assertThat(register("Dora", "DDDDDDDD", "C-1", own)).isEqualTo("not recognised");
    desk.in(
        () ->
            desk.organisations
                .mandates()
                .add(
                    OPERATOR,
                    certifier.matricule(),
                    depositor.matricule(),
                    LocalDate.of(2026, 11, 22),
                    Optional.empty()));
    assertThat(register("Dora", "DDDDDDDD", "C-1", code)).isEqualTo("not recognised");
    assertThat(register("Dora", "DDDDDDDD", "C-1", own)).isEqualTo("asked");
  }

  @Test
  void ofTwoAtOnceOneBecomesAdministrator() throws Exception {
    register("Carl", "CCCCCCCC", "C-1", code);
    String one = desk.mails.token();
    register("Dora", "CCCCCCCC", "C-1", code);
    String other = desk.mails.token();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<String>> said = new ArrayList<>();
    for (String token : List.of(one, other)) {
      said.add(threads.submit(() -> activate(token)));
    }
    List<String> outcomes = new ArrayList<>();
    for (Future<String> each : said) {
      outcomes.add(each.get(60, TimeUnit.SECONDS));
    }
    threads.shutdown();
    assertThat(outcomes).filteredOn(text -> text.endsWith("true")).hasSize(1);
    assertThat(outcomes).filteredOn(text -> text.startsWith("taken by ")).hasSize(1);
    assertThat(desk.in(() -> desk.memberships.administrators(certifier.id()))).hasSize(1);
  }

  @Test
  void anUnfinishedRegistrationKeepsNobodyFromTheSeat() {
    register("Carl", "CCCCCCCC", "C-1", code);
    register("Dora", "CCCCCCCC", "C-1", code);
    assertThat(activate(desk.mails.token())).isEqualTo("dora.blanc true");
  }

  @Test
  void aKnownAddressIsAnsweredLikeAnyOther() {
    desk.active("Ana", "Blanc");
    for (int i = 0; i < 2; i++) {
      assertThat(
              desk.in(
                      () ->
                          desk.registration()
                              .registerPersonally(VISITOR, AccountDesk.person("Ana", "Blanc")))
                  .<String>fold(a -> "asked", t -> "them", n -> "not", r -> "refused"))
          .isEqualTo("asked");
    }
    assertThat(activate(desk.mails.token())).isEqualTo("ana.blanc3 false");
  }

  @Test
  void aForgottenPasswordIsSetAnewAndPutsEverybodyOut() {
    AccountView ana = desk.active("Ana", "Blanc");
    String session = desk.in(ana).session();
    desk.in(
        () -> {
          desk.reset().ask(VISITOR, "nobody@example.org");
          return true;
        });
    assertThat(desk.mails.sent()).isEmpty();
    desk.in(
        () -> {
          desk.reset().ask(VISITOR, "Ana.Blanc@example.org");
          return true;
        });
    String token = desk.mails.token();
    assertThat(desk.in(() -> desk.reset().look(VISITOR, token)).orElseThrow().login())
        .isEqualTo("ana.blanc");
    assertThat(reset(token, "short")).isEqualTo("PASSWORD_TOO_SHORT");
    assertThat(reset(token, "autre corde bien plus longue")).isEqualTo("done");
    assertThat(reset(token, "autre corde bien plus longue")).isEqualTo("CODE_WRONG");
    assertThat(desk.in(() -> desk.sessions().resume(VISITOR, session))).isEmpty();
    assertThat(desk.mails.last().template()).isEqualTo("account.passwordChanged");
  }

  private String reset(String token, String password) {
    return desk.in(() -> desk.reset().reset(VISITOR, token, password))
        .fold(d -> "done", m -> "mail", r -> r.mistakes().get(0).code().name());
  }

  @Test
  void whoeverLostTheActivationMailGetsAnotherWithTheSameWish() {
    register("Carl", "CCCCCCCC", "C-1", code);
    String first = desk.mails.token();
    desk.in(
        () -> {
          desk.reset().ask(VISITOR, "carl.blanc");
          return true;
        });
    assertThat(activate(first)).isEqualTo("over");
    assertThat(activate(desk.mails.token())).isEqualTo("carl.blanc true");
  }
}
