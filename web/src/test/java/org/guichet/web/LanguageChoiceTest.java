package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageChoiceTest {
  private final Requests.Asked asked = new Requests.Asked().header("Accept-Language", "fr");
  private final Requests.Told told = new Requests.Told();

  @Test
  void takesWhatTheAddressSaysAndAsksTheBrowserToRememberIt() throws Exception {
    asked.parameter("lang", "en").with("isSecure", true);
    assertThat(settled()).isEqualTo(Locale.ENGLISH);
    Cookie cookie = told.cookies.get(0);
    assertThat(cookie.getValue()).isEqualTo("en");
    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSecure()).isTrue();
    assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
  }

  @Test
  void takesWhatTheBrowserRemembers() throws Exception {
    asked.cookie("lang", "en");
    assertThat(settled()).isEqualTo(Locale.ENGLISH);
    assertThat(told.cookies).isEmpty();
  }

  @Test
  void takesWhatTheBrowserAsksForElse() throws Exception {
    assertThat(settled()).isEqualTo(Locale.FRENCH);
  }

  @Test
  void overlooksALanguageThatThereIsNone() throws Exception {
    asked.parameter("lang", "\"><script>").cookie("lang", "de");
    assertThat(settled()).isEqualTo(Locale.FRENCH);
    assertThat(told.cookies).isEmpty();
  }

  @Test
  void leavesTheBodyOfAPostAlone() throws Exception {
    asked.with("getMethod", "POST").parameter("lang", "en");
    assertThat(settled()).isEqualTo(Locale.FRENCH);
  }

  private Locale settled() throws Exception {
    Requests.Chain chain = new Requests.Chain();
    new LanguageChoice().doFilter(asked.request(), told.response(), chain.chain());
    assertThat(chain.passed).isOne();
    return LanguageChoice.of(asked.request());
  }
}
