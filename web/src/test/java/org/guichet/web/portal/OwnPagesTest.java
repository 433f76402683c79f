package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.guichet.account.boundary.OwnProfile;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.AccountState;
import org.guichet.account.entity.AccountView;
import org.guichet.account.entity.Enrolment;
import org.guichet.account.entity.OwnChangeOutcome;
import org.guichet.account.entity.OwnView;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.RecoveryOutcome;
import org.guichet.platform.entity.AccountId;
import org.guichet.platform.entity.Caller;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.RecordingNotices;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.junit.jupiter.api.Test;

/** What everybody changes of the own account. */
class OwnPagesTest {
  private static final AccountMistake WRONG = AccountMistake.of("present", Code.PASSWORD_WRONG);

  private final RecordingNotices notices = new RecordingNotices();
  private final CurrentVisitor visitor =
      SomePeople.visiting(SomePeople.claire(), new Requests.Asked());
  private final List<String> asked = new ArrayList<>();
  private OwnChangeOutcome outcome = new OwnChangeOutcome.Done();
  private RecoveryOutcome recovery = new RecoveryOutcome.Made(List.of("aaaa-bbbb"));

  private final OwnProfile profile =
      new OwnProfile() {
        @Override
        public OwnView view(Caller caller) {
          return new OwnView(account(), Optional.empty(), Optional.empty(), 7, true);
        }

        @Override
        public OwnChangeOutcome rename(Caller caller, PersonName name, Locale language) {
          asked.add(name.given() + " " + name.family() + " " + language);
          return outcome;
        }

        @Override
        public OwnChangeOutcome changeEmail(Caller caller, String email) {
          asked.add(email);
          return outcome;
        }

        @Override
        public OwnChangeOutcome changePassword(Caller caller, String present, String wanted) {
          asked.add(present + " " + wanted);
          return outcome;
        }

        @Override
        public Enrolment newSecondFactor(Caller caller) {
          return new Enrolment("ABCDEFGH", "otpauth://x", "<svg/>");
        }

        @Override
        public RecoveryOutcome enrol(Caller caller, String present, String secret, String code) {
          asked.add(present + " " + secret + " " + code);
          return recovery;
        }

        @Override
        public RecoveryOutcome newRecoveryCodes(Caller caller, String present) {
          asked.add(present);
          return recovery;
        }
      };

  private static AccountView account() {
    return new AccountView(
        new AccountId(new UUID(0, 1)),
        "claire.montsegur",
        "claire@vauclair.example",
        new PersonName("Claire", "Montségur"),
        Locale.FRENCH,
        AccountState.ACTIVE,
        false,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Instant.MAX,
        Optional.empty());
  }

  @Test
  void showsWhatTheAccountHasAndSavesWhatWasTyped() {
    ProfilePage page = profilePage();
    assertThat(page.getGiven()).isEqualTo("Claire");
    assertThat(page.getTongue()).isEqualTo("fr");
    page.setFamily("Sabran");
    page.setTongue("en");
    page.save();
    assertThat(asked).containsExactly("Claire Sabran en");
    assertThat(notices.said).containsExactly("info profile.SAVED");
    assertThat(notices.went).isEqualTo("/portal/profile");
  }

  @Test
  void saysWhereTheLinkForAnotherAddressWent() {
    outcome = new OwnChangeOutcome.MailSent();
    ProfilePage page = profilePage();
    page.setNewEmail("autre@vauclair.example");
    page.changeEmail();
    assertThat(notices.said).containsExactly("info profile.email.SENT");
  }

  @Test
  void keepsThePasswordThatIsWrongFromChangingAnything() {
    outcome = new OwnChangeOutcome.Refused(List.of(WRONG));
    ProfilePage page = profilePage();
    assertThat(page.changePassword()).isNull();
    assertThat(notices.said).containsExactly("error present PASSWORD_WRONG");
  }

  @Test
  void showsNewRecoveryCodesOnce() {
    SecondFactorChangePage page = factorPage();
    page.setPresent("secret");
    page.makeCodes();
    assertThat(notices.went).isEqualTo("/portal/recovery-codes");
    assertThat(page.getRecoveryCodes()).containsExactly("aaaa-bbbb");
  }

  @Test
  void asksForTheSecretThatWasShownWhileACodeIsMended() {
    SecondFactorChangePage fresh = factorPage();
    assertThat(fresh.getSecretText()).isEqualTo("ABCD EFGH");
    assertThat(fresh.getPicture()).startsWith("data:image/svg+xml;base64,");

    notices.asked.parameter("secret", "SHOWNEARLIER");
    SecondFactorChangePage again = factorPage();
    again.setPresent("secret");
    again.setCode("123456");
    again.enrol();
    assertThat(asked).containsExactly("secret SHOWNEARLIER 123456");
    assertThat(again.getPicture()).isEmpty();
  }

  @Test
  void showsAWrongPasswordInTheFormThatWasSent() {
    recovery = new RecoveryOutcome.Refused(List.of(WRONG));
    SecondFactorChangePage codes = factorPage();
    codes.makeCodes();
    SecondFactorChangePage app = factorPage();
    app.setCode("123456");
    app.enrol();
    assertThat(notices.said)
        .containsExactly("error proof PASSWORD_WRONG", "error present PASSWORD_WRONG");
  }

  private ProfilePage profilePage() {
    ProfilePage page = new ProfilePage();
    page.profile = profile;
    page.visitor = visitor;
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    return page;
  }

  private SecondFactorChangePage factorPage() {
    SecondFactorChangePage page = new SecondFactorChangePage();
    page.profile = profile;
    page.visitor = visitor;
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    return page;
  }
}
