package org.guichet.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.account.boundary.OwnIdentities;
import org.guichet.account.boundary.ProviderSignIn;
import org.guichet.account.boundary.SignIn;
import org.guichet.account.entity.ArrivalOutcome;
import org.guichet.account.entity.Departure;
import org.guichet.account.entity.OfferView;
import org.guichet.account.entity.ProviderAnswer;
import org.guichet.account.entity.SignInOutcome;
import org.guichet.platform.entity.Caller;
import org.guichet.web.CurrentVisitor;
import org.guichet.web.RecordingNotices;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProviderPagesTest {
  private static final SignInOutcome IN =
      new SignInOutcome.SignedIn("session-1", "device-2", SomePeople.claire(), List.of());

  private final RecordingNotices notices = new RecordingNotices();
  private final CurrentVisitor nobody = SomePeople.nobody(new Requests.Asked());
  private final SignInAnswer answer = new SignInAnswer();
  private final List<String> asked = new ArrayList<>();
  private Optional<Departure> departure =
      Optional.of(new Departure(URI.create("https://idp.example/authorize?x=y"), "kept-1"));
  private ArrivalOutcome arrival =
      new ArrivalOutcome.Refused(ArrivalOutcome.Reason.NOT_OURS, false);
  private SignInOutcome linking = IN;

  private final ProviderSignIn provider =
      new ProviderSignIn() {
        @Override
        public Optional<String> name(Caller caller) {
          return Optional.of("Essai");
        }

        @Override
        public Optional<Departure> depart(Caller caller, String wanted, Locale language) {
          asked.add("depart " + wanted + " " + language);
          return departure;
        }

        @Override
        public ArrivalOutcome arrive(
            Caller caller, ProviderAnswer said, String kept, String device, String agent) {
          asked.add(said.code().orElse("-") + " " + said.state().orElse("-") + " " + kept);
          return arrival;
        }
      };

  private final OwnIdentities identities =
      new OwnIdentities() {
        @Override
        public Optional<OfferView> offer(Caller caller, String token) {
          return token.equals("offer-1")
              ? Optional.of(new OfferView("Essai", "claire@idp.example"))
              : Optional.empty();
        }
      };

  private final SignIn signIn =
      new SignIn() {
        @Override
        public SignInOutcome linking(
            Caller caller,
            String offer,
            String name,
            String password,
            String device,
            String agent) {
          asked.add(String.join(" ", offer, name, password));
          return linking;
        }
      };

  ProviderPagesTest() {
    answer.notices = notices;
    notices.asked.header("User-Agent", "Firefox").with("getCookies", new Cookie[0]);
  }

  private ProviderPage departing() {
    ProviderPage page = new ProviderPage();
    page.provider = provider;
    page.answer = answer;
    page.visitor = nobody;
    page.notices = notices;
    page.language = SomePeople.reading("fr");
    return page;
  }

  private ProviderReturnPage returning() {
    ProviderReturnPage page = new ProviderReturnPage();
    page.provider = provider;
    page.answer = answer;
    page.visitor = nobody;
    page.notices = notices;
    notices.asked.cookie("guichet-provider", "kept-1");
    notices.asked.parameter("code", "code-1").parameter("state", "state-1");
    return page;
  }

  private LinkPage link() {
    LinkPage page = new LinkPage();
    page.identities = identities;
    page.signIn = signIn;
    page.answer = answer;
    page.visitor = nobody;
    page.notices = notices;
    page.setName("claire");
    page.setPassword("secret");
    return page;
  }

  private Cookie cookie(String name) {
    return notices.told.cookies.stream()
        .filter(cookie -> cookie.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void leadsToTheProviderWithWhatIsNeededToComeBack() {
    notices.asked.parameter("wanted", "/portal/keys");
    departing().depart();
    assertThat(asked).containsExactly("depart /portal/keys fr");
    assertThat(notices.went).isEqualTo("https://idp.example/authorize?x=y");
    assertThat(cookie("guichet-provider").getValue()).isEqualTo("kept-1");
    assertThat(cookie("guichet-provider").isHttpOnly()).isTrue();
    assertThat(cookie("guichet-provider").getMaxAge()).isEqualTo(600);
  }

  @Test
  void staysWhenTheProviderDoesNotAnswer() {
    departure = Optional.empty();
    departing().depart();
    assertThat(notices.went).isNull();
    assertThat(notices.told.cookies).isEmpty();
  }

  @Test
  void arrivesWhereItWasWanted() {
    arrival = new ArrivalOutcome.Recognised(IN, "/portal/keys");
    returning().arrive();
    assertThat(asked).containsExactly("code-1 state-1 kept-1");
    assertThat(notices.went).isEqualTo("/portal/keys");
    assertThat(cookie("guichet").getValue()).isEqualTo("session-1");
    assertThat(cookie("guichet-provider").getMaxAge()).as("once").isZero();
  }

  @Test
  void goesOnToTheSecondFactor() {
    arrival =
        new ArrivalOutcome.Recognised(
            new SignInOutcome.SecondFactorNeeded("step-1"), "https://evil.example");
    returning().arrive();
    assertThat(notices.went).isEqualTo("/signin/second-factor?wanted=%2Fportal%2Fdashboard");
  }

  @Test
  void offersTheLinkToSomebodyWhomNobodyKnows() {
    arrival = new ArrivalOutcome.Unknown("offer-1", false);
    returning().arrive();
    assertThat(notices.went).isEqualTo("/signin/link");
    assertThat(cookie("guichet-offer").getValue()).isEqualTo("offer-1");
    arrival = new ArrivalOutcome.Unknown("offer-1", true);
    returning().arrive();
    assertThat(notices.went).isEqualTo("/portal/identities");
  }

  @Test
  void saysWhyItEndsHere() {
    ProviderReturnPage page = returning();
    page.arrive();
    assertThat(page.getReason()).isEqualTo("NOT_OURS");
    arrival =
        new ArrivalOutcome.Recognised(
            new SignInOutcome.Refused(SignInOutcome.Reason.NAME_OR_PASSWORD), "");
    page.arrive();
    assertThat(page.getReason()).isEqualTo("REFUSED");
    arrival = new ArrivalOutcome.Recognised(new SignInOutcome.Expired("step-1"), "");
    page.arrive();
    assertThat(page.getReason()).isEqualTo("EXPIRED");
    assertThat(notices.went).isNull();
  }

  @ParameterizedTest
  @EnumSource(ArrivalOutcome.Reason.class)
  void leadsWhoIsInBackToTheProfileWithTheReason(ArrivalOutcome.Reason reason) {
    arrival = new ArrivalOutcome.Refused(reason, true);
    returning().arrive();
    assertThat(notices.said).containsExactly("warning provider." + reason);
    assertThat(notices.went).isEqualTo("/portal/identities");
  }

  @Test
  void linksByThePasswordAndShowsIt() {
    notices.asked.cookie("guichet-offer", "offer-1");
    LinkPage page = link();
    assertThat(page.isOpen()).isTrue();
    assertThat(page.getLabel()).isEqualTo("claire@idp.example");
    page.link();
    assertThat(asked).containsExactly("offer-1 claire secret");
    assertThat(notices.went).isEqualTo("/portal/identities");
    assertThat(cookie("guichet-offer").getMaxAge()).isZero();
  }

  @Test
  void saysThatThereIsNothingToLinkAnyMore() {
    LinkPage page = link();
    assertThat(page.isOpen()).isFalse();
    linking = new SignInOutcome.Refused(SignInOutcome.Reason.STEP_OVER);
    page.link();
    assertThat(notices.went).isNull();
    assertThat(notices.said).isEmpty();
  }

  @Test
  void saysOneThingWhateverIsWrongWithThePassword() {
    linking = new SignInOutcome.Refused(SignInOutcome.Reason.NAME_OR_PASSWORD);
    link().link();
    assertThat(notices.said).containsExactly("error sign-in.REFUSED");
  }
}
