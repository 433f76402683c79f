package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossSiteGateTest {
  private final CrossSiteGate gate = new CrossSiteGate();

  CrossSiteGateTest() {
    gate.settings = SomeSettings.at(Path.of("data"), URI.create("https://guichet.example.org"), 22);
  }

  @Test
  void letsReadWhoeverAsks() throws Exception {
    assertThat(passes(new Requests.Asked().header("Sec-Fetch-Site", "cross-site"))).isTrue();
  }

  @Test
  void takesTheBrowsersWordThatAFormIsOurs() throws Exception {
    assertThat(passes(post().header("Sec-Fetch-Site", "same-origin"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site", "none", "nonsense"})
  void refusesWhatAnotherSiteMakesABrowserSend(String site) throws Exception {
    assertThat(
            passes(
                post()
                    .header("Sec-Fetch-Site", site)
                    .header("Origin", "https://guichet.example.org")))
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://guichet.example.org", "http://10.0.0.7:8080"})
  void goesByTheOriginWhereABrowserSaysNoMore(String origin) throws Exception {
    assertThat(passes(post().header("Origin", origin))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://evil.example", "https://guichet.example.org.evil.example", "null"})
  void refusesOtherOrigins(String origin) throws Exception {
    assertThat(passes(post().header("Origin", origin))).isFalse();
  }

  @Test
  void refusesWhatSaysNothingOfWhereItComesFrom() throws Exception {
    assertThat(passes(post())).isFalse();
  }

  @Test
  void leavesTheCommandLineToItsOwnGate() throws Exception {
    assertThat(passes(post().with("getServletPath", "/administration"))).isTrue();
  }

  private static Requests.Asked post() {
    return new Requests.Asked()
        .with("getMethod", "POST")
        .with("getServletPath", "/sign-in")
        .header("Host", "10.0.0.7:8080");
  }

  private boolean passes(Requests.Asked asked) throws Exception {
    Requests.Told told = new Requests.Told();
    Requests.Chain chain = new Requests.Chain();
    gate.doFilter(asked.request(), told.response(), chain.chain());
    assertThat(told.status).isEqualTo(chain.passed == 1 ? 200 : 403);
    return chain.passed == 1;
  }
}
