package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;
import static org.guichet.account.boundary.AccountDesk.PASSWORD;
import static org.guichet.account.boundary.AccountDesk.VISITOR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.guichet.account.control.Totp;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Enrolment;
import org.guichet.account.entity.SessionView;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.Permission;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class SignInTest {
  /** All of them in the nightly run, a tenth in the ordinary one. */
  private static final int GUESSES = Boolean.getBoolean("guichet.nightly") ? 100_000 : 10_000;

  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private AccountDesk desk;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
  }

  private SignInOutcome password(Caller caller, String name, String password, String device) {
    return desk.in(() -> desk.signIn().password(caller, name, password, device, "test"));
  }

  private String said(SignInOutcome outcome) {
    return outcome.fold(
        in -> "in " + in.person().login(),
        second -> "code",
        enrol -> "enrol",
        expired -> "expired",
        refused -> refused.reason().toString());
  }

  private String tries(String name, String password) {
    return said(password(VISITOR, name, password, ""));
  }

  @Test
  void letsInByLoginAndByAnAddressThatOneAccountHas() {
    desk.active("Léa", "Martin");
    assertThat(tries("lea.martin", PASSWORD)).isEqualTo("in lea.martin");
    assertThat(tries(" Lea.Martin ", PASSWORD)).isEqualTo("in lea.martin");
    assertThat(tries("LÉA.martin@example.org", PASSWORD)).isEqualTo("in lea.martin");
    desk.active("Léa", "Martin");
    assertThat(tries("léa.martin@example.org", PASSWORD)).isEqualTo("NAME_OR_PASSWORD");
    assertThat(tries("lea.martin2", PASSWORD)).isEqualTo("in lea.martin2");
  }

  @Test
  void answersAlikeWhateverIsWrongAndHashesOnceForEach() {
    desk.active("Léa", "Martin");
    AccountView bob = desk.active("Bob", "Durand");
    desk.in(
        () -> {
          desk.accounts.find(bob.id()).orElseThrow().disable();
          return desk.ledger().make(OPERATOR, AccountDesk.person("Ana", "Petit"), false);
        });
    for (String name :
        List.of("lea.martin", "bob.durand", "ana.petit", "nobody", "x".repeat(999))) {
      int before = desk.hashing.checked;
      assertThat(tries(name, name.equals("lea.martin") ? "wrong" : PASSWORD))
          .as(name)
          .isEqualTo("NAME_OR_PASSWORD");
      assertThat(desk.hashing.checked - before).as(name).isEqualTo(1);
    }
  }

  @Test
  void looksAtFewOfManyGuessesAndLetsTheOwnerIn() {
    AccountView lea = desk.active("Léa", "Martin");
    String device = desk.in(lea).device();
    desk.hashing.checked = 0;
    DATABASE.inTransaction(
        () -> {
          SignIn signIn = desk.signIn();
          for (int i = 0; i < GUESSES; i++) {
            clock.advance(Duration.ofMinutes(6).dividedBy(GUESSES));
            Caller guesser = Caller.visitor("198.51.100." + i % 250 + i % 500 / 250);
            signIn.password(guesser, "lea.martin", "guess " + i, "", "bot");
          }
        });
    assertThat(desk.hashing.checked).isLessThanOrEqualTo(50);
    assertThat(said(password(Caller.visitor("203.0.113.9"), "lea.martin", PASSWORD, "")))
        .isEqualTo("NAME_OR_PASSWORD");
    assertThat(said(password(Caller.visitor("203.0.113.9"), "lea.martin", PASSWORD, device)))
        .isEqualTo("in lea.martin");
    assertThat(desk.audit.actions().stream().filter("SIGN_IN_REFUSED"::equals).count())
        .isLessThanOrEqualTo(50);
  }

  @Test
  void anAdministratorEnrolsASecondFactorAndThenNeedsIt() {
    OrganisationView alice = desk.organisation("AAAAAAAA");
    AccountView lea = desk.member("Léa", "Martin", alice, "BP-ADMIN");
    SignInOutcome.EnrolmentNeeded need =
        (SignInOutcome.EnrolmentNeeded) password(VISITOR, "lea.martin", PASSWORD, "");
    Enrolment enrolment = need.enrolment();
    assertThat(enrolment.uri())
        .startsWith("otpauth://totp/Guichet%20guichet.example%3Alea.martin?secret=")
        .contains(enrolment.secret());
    assertThat(desk.in(() -> desk.signIn().enrolment(VISITOR, need.step()))).contains(enrolment);
    assertThat(said(desk.in(() -> desk.signIn().enrol(VISITOR, need.step(), "000000", "", "t"))))
        .isEqualTo("CODE");
    String code = Totp.code(enrolment.secret(), clock.instant());
    SignInOutcome.SignedIn in =
        (SignInOutcome.SignedIn)
            desk.in(() -> desk.signIn().enrol(VISITOR, need.step(), code, "", "t"));
    assertThat(in.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
    assertThat(in.person().belongings().get(0).administrator()).isTrue();
    assertThat(said(desk.in(() -> desk.signIn().enrol(VISITOR, need.step(), code, "", "t"))))
        .isEqualTo("STEP_OVER");

    clock.advance(Duration.ofMinutes(1));
    assertThat(desk.in(lea).recoveryCodes()).isEmpty();
    assertThat(desk.audit.actions()).contains("SECOND_FACTOR_ENROLLED", "SIGNED_IN");
  }

  private String step() {
    return ((SignInOutcome.SecondFactorNeeded) password(VISITOR, "lea.martin", PASSWORD, ""))
        .step();
  }

  private String gives(String step, String code) {
    return said(desk.in(() -> desk.signIn().secondFactor(VISITOR, step, code, "", "t")));
  }

  @Test
  void aCodeWorksOnceAndARecoveryCodeWorksOnce() {
    AccountView lea = desk.member("Léa", "Martin", desk.organisation("AAAAAAAA"), "BP-ADMIN");
    List<String> recovery = desk.in(lea).recoveryCodes();
    clock.advance(Duration.ofMinutes(1));
    String secret =
        desk.in(
            () ->
                desk.factors()
                    .open(
                        desk.accounts.credential(lea.id()).totpSecret().orElseThrow(),
                        desk.accounts.find(lea.id()).orElseThrow()));
    String code = Totp.code(secret, clock.instant());
    assertThat(gives(step(), code)).isEqualTo("in lea.martin");
    assertThat(gives(step(), code)).as("replayed").isEqualTo("CODE");
    assertThat(gives(step(), recovery.get(0).toLowerCase(Locale.ROOT))).isEqualTo("in lea.martin");
    assertThat(gives(step(), recovery.get(0))).as("used").isEqualTo("CODE");
    assertThat(gives(step(), recovery.get(1))).isEqualTo("in lea.martin");
    assertThat(desk.audit.actions()).contains("RECOVERY_CODE_USED");
  }

  @Test
  void aStepEndsAfterFiveWrongCodesAndAfterTenMinutes() {
    AccountView lea = desk.member("Léa", "Martin", desk.organisation("AAAAAAAA"), "BP-ADMIN");
    desk.in(lea);
    String step = step();
    for (int i = 0; i < 4; i++) {
      assertThat(gives(step, "12345" + i)).isEqualTo("CODE");
    }
    assertThat(gives(step, "123459")).isEqualTo("STEP_OVER");
    assertThat(gives(step, "123459")).isEqualTo("STEP_OVER");
    String late = step();
    clock.advance(Duration.ofMinutes(10));
    assertThat(gives(late, "123456")).isEqualTo("STEP_OVER");
    assertThat(gives("nonsense", "123456")).isEqualTo("STEP_OVER");
  }

  @Test
  void anExpiredAccountMayOnlyAskToBeRenewed() {
    desk.active("Léa", "Martin");
    clock.advance(Duration.ofDays(396));
    assertThat(tries("lea.martin", PASSWORD)).isEqualTo("expired");
    assertThat(tries("lea.martin", "wrong")).isEqualTo("NAME_OR_PASSWORD");
  }

  private Optional<SignedInPerson> resume(String token) {
    return desk.in(() -> desk.sessions().resume(VISITOR, token));
  }

  @Test
  void aSessionGoesOnUntilItIsIdleOverOrEnded() {
    AccountView lea = desk.active("Léa", "Martin");
    String token = desk.in(lea).session();
    assertThat(resume(token).orElseThrow().login()).isEqualTo("lea.martin");
    assertThat(resume("other")).isEmpty();
    clock.advance(Duration.ofMinutes(59));
    assertThat(resume(token)).isPresent();
    clock.advance(Duration.ofMinutes(60));
    assertThat(resume(token)).as("idle").isEmpty();

    String open = desk.in(lea).session();
    for (int i = 0; i < 5; i++) {
      assertThat(desk.in(() -> desk.sessions().glance(VISITOR, open))).isPresent();
      clock.advance(Duration.ofMinutes(12));
    }
    assertThat(resume(open)).as("a page that renewed itself for an hour").isEmpty();

    String second = desk.in(lea).session();
    for (int i = 0; i < 14; i++) {
      resume(second);
      clock.advance(Duration.ofMinutes(50));
    }
    assertThat(resume(second)).isPresent();
    clock.advance(Duration.ofMinutes(30));
    assertThat(resume(second)).as("longest").isEmpty();
  }

  @Test
  void disablingAnAccountEndsItsSessionsAndItsRightsAtOnce() {
    OrganisationView alice = desk.organisation("AAAAAAAA");
    AccountView lea = desk.member("Léa", "Martin", alice, "DEPOT");
    SignInOutcome.SignedIn in = desk.in(lea);
    Caller caller = in.person().caller(alice.id(), "192.0.2.7");
    assertThat(desk.permissions.allows(caller, Permission.DEPOSIT_DROP, alice.id())).isTrue();
    desk.in(
        () -> {
          desk.accounts.find(lea.id()).orElseThrow().disable();
          return true;
        });
    assertThat(resume(in.session())).isEmpty();
    assertThat(desk.permissions.allows(caller, Permission.DEPOSIT_DROP, alice.id())).isFalse();
  }

  @Test
  void endingASessionEndsWhatItsCallerMayDo() {
    OrganisationView alice = desk.organisation("AAAAAAAA");
    AccountView lea = desk.member("Léa", "Martin", alice, "DEPOT");
    Caller one = desk.caller(lea, alice.id());
    Caller other = desk.caller(lea, alice.id());
    List<SessionView> sessions = desk.in(() -> desk.sessions().list(one));
    assertThat(sessions).hasSize(2);
    assertThat(sessions).filteredOn(SessionView::current).hasSize(1);
    SessionView foreign = sessions.stream().filter(s -> !s.current()).findFirst().orElseThrow();
    assertThat(desk.in(() -> desk.sessions().revoke(one, foreign.id()))).isTrue();
    assertThat(desk.permissions.allows(other, Permission.DEPOSIT_DROP, alice.id())).isFalse();
    assertThat(desk.permissions.allows(one, Permission.DEPOSIT_DROP, alice.id())).isTrue();
    assertThat(desk.in(() -> desk.sessions().signOut(one))).isTrue();
    assertThat(desk.permissions.allows(one, Permission.DEPOSIT_DROP, alice.id())).isFalse();
    assertThatExceptionOfType(RefusedException.class)
        .as("the own account")
        .isThrownBy(() -> desk.in(() -> desk.sessions().list(one)))
        .satisfies(e -> assertThat(e.code()).isEqualTo(RefusedException.Code.NOT_ALLOWED));
    assertThat(desk.audit.actions()).contains("SESSION_REVOKED", "SIGNED_OUT");
  }

  @Test
  void profilesAllowInTheirOrganisationOnlyAndWhileItIsActive() {
    OrganisationView alice = desk.organisation("AAAAAAAA");
    OrganisationView bob = desk.organisation("BBBBBBBB");
    Caller caller = desk.caller(desk.member("Léa", "Martin", alice, "DEPOT", "GONE"), alice.id());
    assertThat(desk.permissions.allows(caller, Permission.DEPOSIT_DROP, alice.id())).isTrue();
    assertThat(desk.permissions.allows(caller, Permission.DEPOSIT_DROP, bob.id())).isFalse();
    assertThat(desk.permissions.allows(caller, Permission.MEMBER_MANAGE, alice.id())).isFalse();
    assertThat(desk.permissions.allowsEverywhere(caller, Permission.DEPOSIT_DROP)).isFalse();
    desk.in(() -> desk.organisations.register().suspend(OPERATOR, alice.matricule()));
    assertThat(desk.permissions.allows(caller, Permission.DEPOSIT_DROP, alice.id())).isFalse();
  }

  @Test
  void rolesAllowEverywhere() {
    OrganisationView alice = desk.organisation("AAAAAAAA");
    desk.in(
        () ->
            desk.operators()
                .create(
                    OPERATOR,
                    AccountDesk.person("Omar", "Roy"),
                    "PORTAIL-DEFAUT",
                    Set.of("EXPLOITANT")));
    String token = desk.mails.token();
    assertThat(desk.in(() -> desk.activation().look(VISITOR, token)).orElseThrow().login())
        .isEqualTo("omar.roy");
    assertThat(desk.mails.sent()).containsExactly("account.activation omar.roy@example.org");
    String activated =
        desk.in(() -> desk.activation().activate(VISITOR, token, PASSWORD))
            .fold(a -> a.login(), o -> "over", t -> "taken", r -> r.toString());
    assertThat(activated).isEqualTo("omar.roy");
    assertThat(
            desk.in(() -> desk.activation().activate(VISITOR, token, PASSWORD))
                .<String>fold(a -> a.login(), o -> "over", t -> "taken", r -> r.toString()))
        .isEqualTo("over");
    AccountView omar = desk.in(() -> desk.operators().list(OPERATOR)).get(0);
    Caller caller = desk.caller(omar, alice.id());
    assertThat(desk.permissions.allows(caller, Permission.KEY_MANAGE, alice.id())).isTrue();
    assertThat(desk.permissions.allowsEverywhere(caller, Permission.ORGANISATION_CREATE)).isTrue();
    assertThat(desk.permissions.allowsEverywhere(caller, Permission.AUDIT_SEAL)).isFalse();
    assertThat(desk.permissions.allows(caller, Permission.DEPOSIT_DROP, alice.id())).isFalse();
    assertThat(desk.audit.actions()).contains("ROLES_GRANTED", "ACCOUNT_ACTIVATED");
  }

  @Test
  void aLinkDiesAfterSevenDaysAndAGuessedPasswordIsRefused() {
    desk.in(
        () ->
            desk.operators()
                .create(
                    OPERATOR,
                    AccountDesk.person("Omar", "Roy"),
                    "PORTAIL-DEFAUT",
                    Set.of("EXPLOITANT")));
    String token = desk.mails.token();
    assertThat(
            desk.in(() -> desk.activation().activate(VISITOR, token, "omar.roy.2026"))
                .<String>fold(
                    a -> "in", o -> "over", t -> "taken", r -> r.mistakes().get(0).code().name()))
        .isEqualTo("PASSWORD_TOO_EASY");
    String guessed = (token.startsWith("x") ? "y" : "x") + token.substring(1);
    assertThat(desk.in(() -> desk.activation().look(VISITOR, guessed))).isEmpty();
    clock.advance(Duration.ofDays(7));
    assertThat(desk.in(() -> desk.activation().look(VISITOR, token))).isEmpty();
  }
}
