package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void drawsHowFarTheReadingIs() {
    assertThat(Progress.bar(0, 200)).isEqualTo("[>                             ]   0 %");
    assertThat(Progress.bar(100, 200)).isEqualTo("[===============>              ]  50 %");
    assertThat(Progress.bar(200, 200)).isEqualTo("[==============================] 100 %");
    assertThat(Progress.bar(300, 200)).endsWith("] 100 %");
    assertThat(Progress.bar(0, 0)).endsWith("] 100 %");
  }

  @Test
  void saysNothingOfAFileThatIsReadAtOnce() throws IOException {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    byte[] file = "<flux/>".getBytes(UTF_8);
    try (Progress in = new Progress(new ByteArrayInputStream(file), 7, "a.xml", terminal)) {
      assertThat(in.readAllBytes()).isEqualTo(file);
    }
    assertThat(terminal.size()).isZero();
  }
}
