package org.guichet.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.OwnProfile;
import org.guichet.account.boundary.PasswordReset;
import org.guichet.account.boundary.Registration;
import org.guichet.account.entity.AccountMistake;
import org.guichet.account.entity.AccountMistake.Code;
import org.guichet.account.entity.ActivationView;
import org.guichet.account.entity.MailPurpose;
import org.guichet.account.entity.NewPerson;
import org.guichet.account.entity.OwnChangeOutcome;
import org.guichet.account.entity.PersonName;
import org.guichet.account.entity.RegistrationOutcome;
import org.guichet.account.entity.RegistrationRequest;
import org.guichet.platform.entity.Caller;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.PageLanguage;
import org.guichet.web.RecordingNotices;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.junit.jupiter.api.Test;

/** Pages that links of mails lead to, or that send such mails. */
class ResetPagesTest {
  private static final PersonName CLAIRE = new PersonName("Claire", "Montségur");

  private final RecordingNotices notices = new RecordingNotices();
  private final CurrentVisitor visitor = SomePeople.nobody(new Requests.Asked());
  private final List<String> asked = new ArrayList<>();
  private OwnChangeOutcome outcome = new OwnChangeOutcome.Done();
  private RegistrationOutcome registered = new RegistrationOutcome.Asked();

  private final PasswordReset passwordReset =
      new PasswordReset() {
        @Override
        public void ask(Caller caller, String loginOrEmail) {
          asked.add(loginOrEmail);
        }

        @Override
        public Optional<ActivationView> look(Caller caller, String token) {
          return token.equals("link-1")
              ? Optional.of(new ActivationView("claire.montsegur", CLAIRE, Instant.MAX))
              : Optional.empty();
        }

        @Override
        public OwnChangeOutcome reset(Caller caller, String token, String password) {
          asked.add(token + " " + password);
          return outcome;
        }
      };

  private final OwnProfile profile =
      new OwnProfile() {
        @Override
        public OwnChangeOutcome confirm(Caller caller, MailPurpose purpose, String token) {
          asked.add(purpose + " " + token);
          return outcome;
        }
      };

  private final Registration registration =
      new Registration() {
        @Override
        public RegistrationOutcome register(Caller caller, RegistrationRequest request) {
          asked.add(request.matricule() + " " + request.person().email());
          return registered;
        }

        @Override
        public RegistrationOutcome registerPersonally(Caller caller, NewPerson person) {
          asked.add(person.email());
          return registered;
        }
      };

  @Test
  void askingForAnotherPasswordAlwaysLeadsToTheSamePage() {
    ForgottenPage page = new ForgottenPage();
    page.passwordReset = passwordReset;
    page.notices = notices;
    page.visitor = visitor;
    page.setName("claire");
    page.ask();
    assertThat(asked).containsExactly("claire");
    assertThat(notices.went).isEqualTo("/signin/sent");
  }

  @Test
  void aNewPasswordLeadsToSigningIn() {
    ResetPage page = reset("link-1");
    assertThat(page.isOpen()).isTrue();
    assertThat(page.getLogin()).isEqualTo("claire.montsegur");
    page.setPassword("long enough");
    page.change();
    assertThat(asked).containsExactly("link-1 long enough");
    assertThat(notices.went).isEqualTo("/signin/login");
  }

  @Test
  void whatIsWrongWithAPasswordStandsAtItsField() {
    outcome =
        new OwnChangeOutcome.Refused(
            List.of(AccountMistake.of("password", Code.PASSWORD_TOO_EASY)));
    assertThat(reset("link-1").change()).isNull();
    assertThat(notices.said).containsExactly("error password PASSWORD_TOO_EASY");
  }

  @Test
  void aLinkThatIsOverOffersNoForm() {
    outcome = new OwnChangeOutcome.Refused(List.of(AccountMistake.of("token", Code.CODE_WRONG)));
    ResetPage page = reset("old");
    assertThat(page.isOpen()).isFalse();
    assertThat(page.change()).isNull();
    assertThat(notices.said).isEmpty();
  }

  private ResetPage reset(String token) {
    notices.asked.parameter("token", token);
    ResetPage page = new ResetPage();
    page.passwordReset = passwordReset;
    page.notices = notices;
    page.visitor = visitor;
    return page;
  }

  @Test
  void anAddressAndAProposedChangeAreConfirmedEachForItself() {
    notices.asked.parameter("token", "link-2");
    AddressPage address = new AddressPage();
    address.profile = profile;
    address.notices = notices;
    address.visitor = visitor;
    address.confirm();
    ChangePage change = new ChangePage();
    change.profile = profile;
    change.notices = notices;
    change.visitor = visitor;
    change.confirm();
    assertThat(asked).containsExactly("EMAIL_CHANGE link-2", "MEMBER_CHANGE link-2");
    assertThat(notices.said).containsExactly("info email.CONFIRMED", "info change.CONFIRMED");
  }

  @Test
  void aRegistrationIsAnsweredByAMail() {
    registration().register();
    assertThat(asked).containsExactly("77ZZZ001 claire@vauclair.example");
    assertThat(notices.went).isEqualTo("/signin/sent");
  }

  @Test
  void aLaterComerIsToldWhomToAsk() {
    registered = new RegistrationOutcome.AskThem(List.of(CLAIRE));
    assertThat(registration().register()).isNull();
    assertThat(notices.said).containsExactly("error registration.ASK_THEM");
  }

  @Test
  void numbersThatDontFitTogetherAreOneAnswer() {
    registered = new RegistrationOutcome.NotRecognised();
    assertThat(registration().register()).isNull();
    assertThat(notices.said).containsExactly("error registration.NOT_RECOGNISED");
  }

  @Test
  void aPersonalAccountAsksForNoNumbers() {
    PersonalPage page = new PersonalPage();
    page.registration = registration;
    page.notices = notices;
    page.visitor = visitor;
    page.language = language();
    page.getPerson().setEmail("claire@vauclair.example");
    page.register();
    assertThat(asked).containsExactly("claire@vauclair.example");
    assertThat(notices.went).isEqualTo("/signin/sent");
  }

  private RegistrationPage registration() {
    RegistrationPage page = new RegistrationPage();
    page.registration = registration;
    page.notices = notices;
    page.visitor = visitor;
    page.language = language();
    page.setMatricule("77ZZZ001");
    page.setCode(null);
    page.getPerson().setEmail("claire@vauclair.example");
    return page;
  }

  private static PageLanguage language() {
    return SomePeople.reading("fr");
  }
}
