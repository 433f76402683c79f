package org.guichet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogLineTest {
  @Test
  void isShownToPeopleInOneLine() {
    assertThat(LogLine.parse(json("DEP-101 taken in", "")).map(line -> line.readable(false)))
        .contains("2026-11-22T10:00:00.000+01:00 INFO  DepositIntake: DEP-101 taken in");
  }

  @Test
  void comesDownToItsMessageAndItsTwoInnermostCauses() {
    String stack =
        "java.lang.IllegalStateException: outer\\n\\tat a.B.c(B.java:1)\\n"
            + "Caused by: b.Middle: no link\\n\\tat d.E.f(E.java:3)\\n\\t... 5 more\\n"
            + "Caused by: java.net.ConnectException: refused\\n\\tat d.E.f(E.java:2)\\n";

    LogLine line = LogLine.parse(json("it failed", stack)).orElseThrow();

    assertThat(line.essence())
        .isEqualTo("it failed\n    b.Middle: no link\n    java.net.ConnectException: refused");
    assertThat(line.readable(true)).contains("at a.B.c");
    assertThat(line.readable(false)).doesNotContain("at a.B.c").contains("refused");
  }

  @Test
  void keepsAllLinesOfTheCause() {
    LogLine line =
        LogLine.parse(json("m", "x.SettingsException: mistakes:\\n  A=1\\n  B=2\\n\\tat a.B.c(B)"))
            .orElseThrow();

    assertThat(line.essence()).endsWith("mistakes:\n  A=1\n  B=2");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain text", "{\"timestamp\":\"cut", "[]"})
  void isNotMadeOfWhatIsNoLogLine(String text) {
    assertThat(LogLine.parse(text)).isEqualTo(Optional.empty());
  }

  private static String json(String message, String stack) {
    return """
        {"timestamp":"2026-11-22T10:00:00.000+01:00","level":"INFO",\
        "loggerName":"org.guichet.deposit.boundary.DepositIntake","message":"%s","stackTrace":"%s"}"""
        .formatted(message, stack);
  }
}
