package org.guichet.notice.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ArgumentsJsonTest {
  @Test
  void bringsBackEveryCharacter() {
    Map<String, String> arguments =
        Map.of("fileName", "é \"\\\n\u0001 \uD83D\uDE00.xml", "reason", "", "n", "42");
    assertThat(ArgumentsJson.read(ArgumentsJson.write(arguments))).isEqualTo(arguments);
  }
}
