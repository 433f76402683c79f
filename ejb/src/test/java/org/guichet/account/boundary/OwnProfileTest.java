package org.guichet.account.boundary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.account.boundary.AccountDesk.OPERATOR;
import static org.guichet.account.boundary.AccountDesk.PASSWORD;
import static org.guichet.account.boundary.AccountDesk.VISITOR;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.guichet.account.control.Totp;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Enrolment;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.OwnChangeOutcome;
import org.guichet.account.entity.OwnView;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.organisation.entity.OrganisationView;
import org.guichet.platform.entity.Caller;
import org.guichet.platform.entity.RefusedException;
import org.guichet.testing.CountingIds;
import org.guichet.testing.FakeClock;
import org.guichet.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class OwnProfileTest {
  @RegisterExtension static final TestDatabase DATABASE = TestDatabase.shared();

  @TempDir Path data;
  private final FakeClock clock = FakeClock.at("2026-11-22T12:00:00Z");
  private AccountDesk desk;
  private AccountView lea;
  private Caller caller;

  @BeforeEach
  void open() {
    desk = new AccountDesk(DATABASE, clock, new CountingIds(), data);
    OrganisationView alice = desk.organisation("AAAAAAAA");
    lea = desk.member("Léa", "Martin", alice, "DEPOT");
    caller = desk.caller(lea, alice.id());
  }

  private static String said(OwnChangeOutcome outcome) {
    return outcome.fold(d -> "done", m -> "mail", r -> r.mistakes().get(0).code().name());
  }

  @Test
  void changesThePasswordAndPutsOutOnlyTheOthers() {
    String other = desk.in(lea).session();
    String wanted = "autre corde bien plus longue";
    assertThat(said(desk.in(() -> desk.own().changePassword(caller, "wrong", wanted))))
        .isEqualTo("PASSWORD_WRONG");
    assertThat(said(desk.in(() -> desk.own().changePassword(caller, PASSWORD, "azertyuiopqs"))))
        .isEqualTo("PASSWORD_TOO_EASY");
    assertThat(said(desk.in(() -> desk.own().changePassword(caller, PASSWORD, wanted))))
        .isEqualTo("done");
    assertThat(desk.in(() -> desk.sessions().resume(VISITOR, other))).isEmpty();
    assertThat(desk.in(() -> desk.own().view(caller)).account().login()).isEqualTo("lea.martin");
  }

  @Test
  void changesTheAddressByALinkToTheNewOneAndWarnsTheOldOne() {
    assertThat(said(desk.in(() -> desk.own().changeEmail(caller, "LÉA.martin@example.org"))))
        .isEqualTo("EMAIL_MALFORMED");
    assertThat(said(desk.in(() -> desk.own().changeEmail(caller, "lea@example.net"))))
        .isEqualTo("mail");
    assertThat(desk.mails.sent())
        .containsExactly(
            "account.emailChange lea@example.net", "account.emailWarning léa.martin@example.org");
    String token = link();
    assertThat(
            desk.in(() -> desk.own().lookAtLink(VISITOR, MailPurpose.EMAIL_CHANGE, token))
                .orElseThrow()
                .email())
        .isEqualTo("lea@example.net");
    assertThat(said(desk.in(() -> desk.own().confirm(VISITOR, MailPurpose.MEMBER_CHANGE, token))))
        .isEqualTo("CODE_WRONG");
    assertThat(said(desk.in(() -> desk.own().confirm(VISITOR, MailPurpose.EMAIL_CHANGE, token))))
        .isEqualTo("done");
    assertThat(said(desk.in(() -> desk.own().confirm(VISITOR, MailPurpose.EMAIL_CHANGE, token))))
        .isEqualTo("CODE_WRONG");
    assertThat(desk.in(() -> desk.own().view(caller)).account().email())
        .isEqualTo("lea@example.net");
  }

  private String link() {
    String link = desk.mails.first("account.emailChange").arguments().getOrDefault("link", "");
    return link.substring(link.indexOf('=') + 1);
  }

  @Test
  void enrolsASecondFactorOfTheOwnAccordAndDropsItAgain() {
    Enrolment enrolment = desk.in(() -> desk.own().newSecondFactor(caller));
    String code = Totp.code(enrolment.secret(), clock.instant());
    assertThat(
            desk.in(() -> desk.own().enrol(caller, PASSWORD, enrolment.secret(), code))
                .<Integer>fold(made -> made.recoveryCodes().size(), refused -> 0))
        .isEqualTo(10);
    OwnView view = desk.in(() -> desk.own().view(caller));
    assertThat(view.secondFactorSince()).isPresent();
    assertThat(view.recoveryCodesLeft()).isEqualTo(10);
    assertThat(desk.in(() -> desk.signIn().password(VISITOR, "lea.martin", PASSWORD, "", "t")))
        .isInstanceOf(SignInOutcome.SecondFactorNeeded.class);
    assertThat(said(desk.in(() -> desk.own().dropSecondFactor(caller, PASSWORD))))
        .isEqualTo("done");
    assertThat(desk.in(() -> desk.own().view(caller)).secondFactorSince()).isEmpty();
  }

  @Test
  void takesAwayAllThatIsKeptWithoutASecret() {
    String json = desk.in(() -> desk.own().myData(caller));
    assertThat(json)
        .contains("\"login\":\"lea.martin\"", "\"matricule\":\"AAAAAAAA\"", "192.0.2.7")
        .doesNotContain("hash");
    assertThat(desk.audit.actions()).contains("PERSONAL_DATA_EXPORTED");
  }

  @Test
  void renamesOneself() {
    assertThat(
            said(
                desk.in(
                    () ->
                        desk.own()
                            .rename(caller, new PersonName("Léa", "Durand"), Locale.ENGLISH))))
        .isEqualTo("done");
    assertThat(desk.in(() -> desk.own().view(caller)).account().login()).isEqualTo("lea.martin");
  }

  @Test
  void isForPeopleWhoAreInOnly() {
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.in(() -> desk.own().view(VISITOR)));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.in(() -> desk.own().view(OPERATOR)));
    desk.in(() -> desk.sessions().signOut(caller));
    assertThatExceptionOfType(RefusedException.class)
        .isThrownBy(() -> desk.in(() -> desk.own().view(caller)));
  }

  @Test
  void erasesWhatWasDeletedNinetyDaysAgoAndKeepsTheAuditWhole() {
    desk.in(
        () ->
            desk.ledger()
                .delete(OPERATOR, desk.accounts.find(lea.id()).orElseThrow(), Optional.empty()));
    clock.advance(Duration.ofDays(89));
    assertThat(desk.in(() -> desk.sweep().erase(OPERATOR))).isZero();
    clock.advance(Duration.ofDays(2));
    assertThat(desk.in(() -> desk.sweep().erase(OPERATOR))).isEqualTo(1);
    assertThat(desk.in(() -> desk.accounts.find(lea.id()))).isEmpty();
    desk.in(() -> desk.audit.sealing().seal(OPERATOR));
    assertThat(
            desk.audit
                .verification()
                .verify(OPERATOR)
                .<Boolean>fold(whole -> true, broken -> false))
        .isTrue();
    assertThat(desk.audit.written())
        .filteredOn(view -> view.subject().equals(lea.id().toString()))
        .isNotEmpty()
        .allSatisfy(view -> assertThat(view.values().erased()).isTrue());
  }

  @Test
  void erasesARegistrationThatCameToNothing() {
    desk.in(
        () -> desk.registration().registerPersonally(VISITOR, AccountDesk.person("Ana", "Petit")));
    clock.advance(Duration.ofDays(31));
    assertThat(desk.in(() -> desk.sweep().erase(OPERATOR))).isEqualTo(1);
    assertThat(desk.in(() -> desk.accounts.findByLogin("ana.petit"))).isEmpty();
    assertThat(desk.in(() -> desk.accounts.find(lea.id())).orElseThrow().state())
        .isEqualTo(AccountState.ACTIVE);
  }

  @Test
  void remindsOnceBeforeTheEnd() {
    clock.advance(Duration.ofDays(370));
    assertThat(desk.in(() -> desk.sweep().remind(OPERATOR))).isEqualTo(1);
    assertThat(desk.in(() -> desk.sweep().remind(OPERATOR))).isZero();
    assertThat(desk.mails.sent()).containsExactly("account.expiry léa.martin@example.org");
    assertThat(desk.mails.last().arguments()).containsEntry("date", "22 décembre 2027");
  }

  @Test
  void anExpiredPersonAsksTheAdministratorsOnce() {
    OrganisationView alice = desk.organisations.find("AAAAAAAA");
    clock.advance(Duration.ofDays(400));
    desk.member("Ana", "Petit", alice, "BP-ADMIN");
    SignInOutcome.Expired expired =
        (SignInOutcome.Expired)
            desk.in(() -> desk.signIn().password(VISITOR, "lea.martin", PASSWORD, "", "t"));
    assertThat(desk.in(() -> desk.signIn().askRenewal(VISITOR, expired.step()))).isTrue();
    assertThat(desk.in(() -> desk.signIn().askRenewal(VISITOR, expired.step()))).isFalse();
    assertThat(desk.mails.sent()).containsExactly("account.renewalAsked ana.petit@example.org");
  }
}
