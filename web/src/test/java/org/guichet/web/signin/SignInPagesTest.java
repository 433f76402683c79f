package org.guichet.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.SignIn;
import org.guichet.account.entity.Enrolment;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.account.entity.SignInOutcome.Reason;
import org.guichet.platform.entity.Caller;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.RecordingNotices;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.junit.jupiter.api.Test;

class SignInPagesTest {
  private static final Enrolment ENROLMENT = new Enrolment("ABCDEFGHIJ", "otpauth://x", "<svg/>");

  private final RecordingNotices notices = new RecordingNotices();
  private final CurrentVisitor visitor = SomePeople.nobody(new Requests.Asked());
  private final List<String> asked = new ArrayList<>();
  private final SignInAnswer answer = new SignInAnswer();
  private SignInOutcome outcome = new SignInOutcome.Refused(Reason.NAME_OR_PASSWORD);

  private final SignIn signIn =
      new SignIn() {
        @Override
        public SignInOutcome password(
            Caller caller, String name, String password, String device, String agent) {
          asked.add(String.join(" ", name, password, device, agent));
          return outcome;
        }

        @Override
        public SignInOutcome secondFactor(
            Caller caller, String step, String code, String device, String agent) {
          asked.add(String.join(" ", step, code, device, agent));
          return outcome;
        }

        @Override
        public SignInOutcome enrol(
            Caller caller, String step, String code, String device, String agent) {
          asked.add(String.join(" ", step, code, device, agent));
          return outcome;
        }

        @Override
        public Optional<Enrolment> enrolment(Caller caller, String step) {
          return step.equals("step-1") ? Optional.of(ENROLMENT) : Optional.empty();
        }
      };

  SignInPagesTest() {
    answer.notices = notices;
    notices.asked.header("User-Agent", "Firefox").with("getCookies", new Cookie[0]);
  }

  @Test
  void handsOnWhatWasTypedAndWhatTheBrowserShows() {
    notices.asked.cookie("guichet-device", "device-1");
    login().signIn();
    assertThat(asked).containsExactly("claire secret device-1 Firefox");
  }

  @Test
  void staysAndSaysOneThingWhateverIsWrong() {
    assertThat(login().signIn()).isNull();
    assertThat(notices.said).containsExactly("error sign-in.REFUSED");
    assertThat(notices.went).isNull();
    assertThat(notices.told.cookies).isEmpty();
  }

  @Test
  void goesOnToTheSecondFactorWithWhatWasWanted() {
    outcome = new SignInOutcome.SecondFactorNeeded("step-1");
    notices.asked.parameter("wanted", "/portal/sessions");
    login().signIn();
    assertThat(notices.went).isEqualTo("/signin/second-factor?wanted=%2Fportal%2Fsessions");
    assertThat(cookie("guichet-step").getValue()).isEqualTo("step-1");
    assertThat(cookie("guichet-step").isHttpOnly()).isTrue();
  }

  @Test
  void goesOnToEnrolmentWhereASecondFactorIsCompulsory() {
    outcome = new SignInOutcome.EnrolmentNeeded("step-1", ENROLMENT);
    login().signIn();
    assertThat(notices.went).startsWith("/signin/enrolment?");
  }

  @Test
  void saysThatTheAccountExpiredOnlyToWhoKnowsThePassword() {
    outcome = new SignInOutcome.Expired("step-1");
    login().signIn();
    assertThat(notices.said).containsExactly("error sign-in.EXPIRED");
  }

  @Test
  void arrivesWhereItWasWantedWithASessionForThisBrowserAlone() {
    outcome = in(List.of());
    notices.asked.parameter("wanted", "https://evil.example/");
    login().signIn();
    assertThat(notices.went).isEqualTo("/portal/dashboard");
    assertThat(cookie("guichet").getValue()).isEqualTo("session-1");
    assertThat(cookie("guichet").getMaxAge()).isNegative();
    assertThat(cookie("guichet").getAttribute("SameSite")).isEqualTo("Lax");
    assertThat(cookie("guichet-device").getMaxAge()).isPositive();
    assertThat(cookie("lang").getValue()).isEqualTo("fr");
  }

  @Test
  void asksForAnotherCodeAtItsField() {
    outcome = new SignInOutcome.Refused(Reason.CODE);
    secondFactor().check();
    assertThat(asked).containsExactly("step-1 123 456  Firefox");
    assertThat(notices.said).containsExactly("error code second-factor.CODE_WRONG");
  }

  @Test
  void beginsAgainWhenTheStepIsOver() {
    outcome = new SignInOutcome.Refused(Reason.STEP_OVER);
    secondFactor().check();
    assertThat(notices.said).containsExactly("warning sign-in.STEP_OVER");
    assertThat(notices.went).isEqualTo("/signin/login");
    assertThat(cookie("guichet-step").getMaxAge()).isZero();
  }

  @Test
  void showsRecoveryCodesOnceInAnswerToTheEnrolmentItself() {
    outcome = in(List.of("aaaa-bbbb", "cccc-dddd"));
    EnrolmentPage page = enrolment();
    page.setCode("123456");
    page.enrol();
    assertThat(notices.went).isEqualTo("/signin/recovery-codes");
    assertThat(page.getRecoveryCodes()).containsExactly("aaaa-bbbb", "cccc-dddd");
    assertThat(page.getRecoveryText()).isEqualTo("aaaa-bbbb\ncccc-dddd");
    assertThat(cookie("guichet").getValue()).isEqualTo("session-1");
  }

  @Test
  void showsTheSecretAsAPictureAndAsTextToType() {
    EnrolmentPage page = enrolment();
    assertThat(page.isOpen()).isTrue();
    assertThat(page.getPicture()).isEqualTo("data:image/svg+xml;base64,PHN2Zy8+");
    assertThat(page.getSecret()).isEqualTo("ABCD EFGH IJ");
  }

  @Test
  void showsNoSecretWithoutThePassword() {
    EnrolmentPage page = enrolment();
    notices.asked.with("getCookies", new Cookie[0]);
    assertThat(page.isOpen()).isFalse();
    assertThat(page.getSecret()).isEmpty();
    assertThat(page.getPicture()).isEmpty();
  }

  private static SignInOutcome in(List<String> recoveryCodes) {
    return new SignInOutcome.SignedIn("session-1", "device-2", SomePeople.claire(), recoveryCodes);
  }

  private LoginPage login() {
    LoginPage page = new LoginPage();
    page.signIn = signIn;
    page.answer = answer;
    page.visitor = visitor;
    page.setName("claire");
    page.setPassword("secret");
    return page;
  }

  private SecondFactorPage secondFactor() {
    notices.asked.cookie("guichet-step", "step-1");
    SecondFactorPage page = new SecondFactorPage();
    page.signIn = signIn;
    page.answer = answer;
    page.visitor = visitor;
    page.notices = notices;
    page.setCode("123 456");
    return page;
  }

  private EnrolmentPage enrolment() {
    notices.asked.cookie("guichet-step", "step-1");
    EnrolmentPage page = new EnrolmentPage();
    page.signIn = signIn;
    page.answer = answer;
    page.visitor = visitor;
    return page;
  }

  private Cookie cookie(String name) {
    return notices.told.cookies.stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
