package org.guichet.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.Activation;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.ActivationOutcome;
import org.guichet.account.entity.ActivationView;
import org.guichet.account.entity.PasswordStrength;
import org.guichet.account.entity.PersonName;
import org.guichet.platform.entity.Caller;
import org.guichet.web.RecordingNotices;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.junit.jupiter.api.Test;

class ActivationPageTest {
  private static final PersonName CLAIRE = new PersonName("Claire", "Montségur");

  private final RecordingNotices notices = new RecordingNotices();
  private final ActivationPage page = new ActivationPage();
  private ActivationOutcome outcome = new ActivationOutcome.LinkOver();
  private int activated;

  ActivationPageTest() {
    notices.asked.parameter("token", "link-1");
    page.notices = notices;
    page.visitor = SomePeople.nobody(new Requests.Asked());
    page.activation =
        new Activation() {
          @Override
          public Optional<ActivationView> look(Caller caller, String token) {
            return token.equals("link-1")
                ? Optional.of(new ActivationView("claire.montsegur", CLAIRE, Instant.MAX))
                : Optional.empty();
          }

          @Override
          public PasswordStrength judge(Caller caller, String token, String password) {
            return new PasswordStrength(
                0, List.of(AccountMistake.of("password", Code.PASSWORD_TOO_SHORT, "12")));
          }

          @Override
          public ActivationOutcome activate(Caller caller, String token, String password) {
            activated++;
            return outcome;
          }
        };
  }

  @Test
  void showsWhoseAccountItIsAndChangesNothing() {
    assertThat(page.isOpen()).isTrue();
    assertThat(page.getLogin()).isEqualTo("claire.montsegur");
    assertThat(page.getLeast()).isEqualTo(12);
    assertThat(activated).isZero();
  }

  @Test
  void leadsToSigningInOnceActivated() {
    outcome = new ActivationOutcome.Activated("claire.montsegur", true, false);
    page.activate();
    assertThat(notices.said).containsExactly("info activation.ACTIVATED");
    assertThat(notices.went).isEqualTo("/signin/login");
  }

  @Test
  void saysAtTheFieldWhyAPasswordIsntTaken() {
    outcome =
        new ActivationOutcome.Refused(
            List.of(AccountMistake.of("password", Code.PASSWORD_TOO_EASY)));
    assertThat(page.activate()).isNull();
    assertThat(notices.said).containsExactly("error password PASSWORD_TOO_EASY");
  }

  @Test
  void namesWhomToAskWhenSomebodyElseCameFirst() {
    outcome = new ActivationOutcome.SeatTaken(List.of(CLAIRE));
    page.activate();
    assertThat(notices.said).containsExactly("warning activation.SEAT_TAKEN");
    assertThat(notices.went).isEqualTo("/signin/login");
  }

  @Test
  void offersNoFormForALinkThatIsOver() {
    notices.asked.parameter("token", "other");
    assertThat(page.isOpen()).isFalse();
  }
}
