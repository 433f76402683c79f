package org.guichet.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.Cookie;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.account.boundary.Sessions;
import org.guichet.account.entity.SignedInPerson;
import org.guichet.platform.entity.Caller;
import org.guichet.web.Requests;
import org.guichet.web.SomePeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionMechanismTest {
  private static final String TOKEN = "a-good-token";

  private final List<String> said = new ArrayList<>();
  private final List<String> resumed = new ArrayList<>();
  private final Requests.Told told = new Requests.Told();
  private final SessionMechanism mechanism = new SessionMechanism();

  SessionMechanismTest() {
    mechanism.sessions =
        new Sessions() {
          @Override
          public Optional<SignedInPerson> resume(Caller caller, String token) {
            resumed.add(token + " from " + caller.address());
            return token.equals(TOKEN) ? Optional.of(SomePeople.claire()) : Optional.empty();
          }
        };
  }

  @Test
  void tellsTheContainerWhoseSessionItIs() {
    validate(asked("/portal/dashboard").cookie("guichet", TOKEN), true);
    assertThat(resumed).containsExactly(TOKEN + " from 192.0.2.7");
    assertThat(said).containsExactly("notifyContainerAboutLogin claire.montsegur [signed-in]");
  }

  @Test
  void sendsToTheSignInPageWhoeverHasNoSessionAndKeepsWhatWasWanted() {
    Requests.Asked asked = asked("/portal/sessions").with("getQueryString", "page=2");
    validate(asked, true);
    assertThat(said)
        .containsExactly("redirect /signin/login?wanted=%2Fportal%2Fsessions%3Fpage%3D2");
  }

  @Test
  void takesBackTheCookieOfASessionThatIsOverAndSaysSo() {
    validate(asked("/portal/dashboard").cookie("guichet", "old"), true);
    assertThat(said).containsExactly("redirect /signin/login");
    assertThat(told.cookies)
        .extracting(Cookie::getName, Cookie::getValue)
        .containsExactly(tuple("guichet", ""), tuple("notice", "|sign-in.AGAIN"));
  }

  @Test
  void forgetsWhatWasBeingSentWhenTheSessionEndedMeanwhile() {
    validate(asked("/portal/sessions").with("getMethod", "POST"), true);
    assertThat(said).containsExactly("redirect /signin/login");
  }

  @Test
  void letsAnybodySeeWhatIsPublic() {
    validate(asked("/accessibility"), false);
    assertThat(said).containsExactly("doNothing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/resources/css/guichet.css", "/health"})
  void looksNothingUpForWhatIsTheSameForEverybody(String path) {
    validate(asked(path).cookie("guichet", TOKEN), false);
    assertThat(resumed).isEmpty();
  }

  @Test
  void underTlsGoesOnlyByACookieThatNoOtherHostCanSet() {
    validate(asked("/portal/x").with("isSecure", true).cookie("guichet", TOKEN), true);
    assertThat(resumed).isEmpty();
    validate(asked("/portal/x").with("isSecure", true).cookie("__Host-guichet", TOKEN), true);
    assertThat(resumed).hasSize(1);
  }

  private static Requests.Asked asked(String path) {
    return new Requests.Asked().with("getRequestURI", path).with("getRemoteAddr", "192.0.2.7");
  }

  private void validate(Requests.Asked asked, boolean isProtected) {
    mechanism.validateRequest(asked.request(), told.response(), context(isProtected));
  }

  private HttpMessageContext context(boolean isProtected) {
    return (HttpMessageContext)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpMessageContext.class},
            (proxy, method, arguments) -> answer(method.getName(), arguments, isProtected));
  }

  private Object answer(String method, Object @Nullable [] arguments, boolean isProtected) {
    if (method.equals("isProtected")) {
      return isProtected;
    }
    List<String> words = new ArrayList<>(List.of(method));
    for (Object argument : arguments == null ? new Object[0] : arguments) {
      words.add(argument.toString());
    }
    said.add(String.join(" ", words));
    return AuthenticationStatus.SUCCESS;
  }
}
