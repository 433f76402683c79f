package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Properties;
import org.guichet.web.Requests;
import org.guichet.web.SomeSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdministrationGateTest {
  @TempDir Path data;
  private final AdministrationGate gate = new AdministrationGate();
  private String token = "";

  @BeforeEach
  void layDownAKey() throws Exception {
    gate.settings = SomeSettings.at(data);
    gate.key = new AdministrationKey();
    gate.key.random = new SecureRandom();
    gate.key.layDown(data, SomeSettings.MANAGEMENT_PORT);
    Properties file = new Properties();
    try (var in = Files.newInputStream(AdministrationKey.fileUnder(data))) {
      file.load(in);
    }
    token = file.getProperty("token");
  }

  @ParameterizedTest(name = "port {0}, to {1}, from {2}, token {3}: {4}")
  @CsvSource({
    "9080, 127.0.0.1,    127.0.0.1,    right, true",
    "9080, 127.0.0.1,    127.1.2.3,    right, true",
    "9080, ::1,          0:0:0:0:0:0:0:1, right, true",
    "8080, 127.0.0.1,    127.0.0.1,    right, false",
    "9080, 10.0.0.5,     127.0.0.1,    right, false",
    "9080, 127.0.0.1,    10.0.0.9,     right, false",
    "9080, 127.0.0.1,    127.0.0.1.evil.example, right, false",
    "9080, 127.0.0.1,    localhost,    right, false",
    "9080, 127.0.0.1,    127.0.0.1,    wrong, false",
    "9080, 127.0.0.1,    127.0.0.1,    short, false",
    "9080, 127.0.0.1,    127.0.0.1,    empty, false",
    "9080, 127.0.0.1,    127.0.0.1,    none,  false",
    "9080, 127.0.0.1,    127.0.0.1,    basic, false",
    "8080, 192.0.2.7,    192.0.2.8,    none,  false",
  })
  void opensToTheKeyOnTheLoopbackListenerOnly(
      int port, String local, String remote, String credentials, boolean passes) throws Exception {
    Requests.Asked asked = asked(port, local, remote);
    switch (credentials) {
      case "right" -> asked.header("Authorization", "Bearer " + token);
      case "wrong" -> asked.header("Authorization", "Bearer " + "x".repeat(token.length()));
      case "short" -> asked.header("Authorization", "Bearer " + token.substring(1));
      case "empty" -> asked.header("Authorization", "Bearer ");
      case "basic" -> asked.header("Authorization", "Basic " + token);
      default -> {}
    }
    assertThat(passes(asked)).isEqualTo(passes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "X-Forwarded-Host", "x-forwarded-port", "Forwarded"})
  void staysShutToWhateverAProxyHandsOn(String header) throws Exception {
    Requests.Asked asked = asked(SomeSettings.MANAGEMENT_PORT, "127.0.0.1", "127.0.0.1");
    asked.header("Authorization", "Bearer " + token).header(header, "127.0.0.1");
    assertThat(passes(asked)).isFalse();
  }

  @Test
  void staysShutOnceTheKeyIsTakenAway() throws Exception {
    gate.key.takeAway(data);
    Requests.Asked asked = asked(SomeSettings.MANAGEMENT_PORT, "127.0.0.1", "127.0.0.1");
    asked.header("Authorization", "Bearer " + token);
    assertThat(passes(asked)).isFalse();
  }

  private static Requests.Asked asked(int port, String local, String remote) {
    return new Requests.Asked()
        .with("getLocalPort", port)
        .with("getLocalAddr", local)
        .with("getRemoteAddr", remote);
  }

  private boolean passes(Requests.Asked asked) throws Exception {
    Requests.Chain chain = new Requests.Chain();
    Requests.Told told = new Requests.Told();
    gate.doFilter(asked.request(), told.response(), chain.chain());
    assertThat(told.status)
        .isEqualTo(
            chain.passed == 1 ? HttpServletResponse.SC_OK : HttpServletResponse.SC_NOT_FOUND);
    return chain.passed == 1;
  }
}
