package org.guichet.web.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.guichet.web.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgentTest {
  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0, Firefox sous Linux",
    "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/141.0 Safari/537.36, Chrome sous Windows",
    "Mozilla/5.0 (Windows NT 10.0) Chrome/141.0 Safari/537.36 Edg/141.0, Edge sous Windows",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18 Safari/604, Safari sous iOS",
    "curl/8.0, Navigateur inconnu"
  })
  void isNamedAsPeopleNameIt(String agent, String name) {
    assertThat(Agent.name(agent, Texts.in(Locale.FRENCH))).isEqualTo(name);
  }
}
