package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.guichet.platform.entity.Setting;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  private static final Path PAGE = Path.of("..", "docs", "settings.md");

  /** Written anew by {@code mvn test -pl ejb -am -Dtest=SettingsPageTest -Dguichet.write=true}. */
  @Test
  void saysWhatTheCodeReads() throws IOException {
    if (Boolean.getBoolean("guichet.write")) {
      Files.createDirectories(PAGE.getParent());
      Files.writeString(PAGE, SettingsPage.markdown());
    }

    assertThat(PAGE).hasContent(SettingsPage.markdown());
  }

  @Test
  void everySettingSaysWhatItIsForInASentence() {
    assertThat(Arrays.stream(Setting.values()))
        .allSatisfy(
            setting -> {
              assertThat(setting.purpose()).endsWith(".").doesNotContain("|");
              assertThat(setting.expected()).endsWith(".").doesNotContain("|");
            });
  }

  @Test
  void noTwoSettingsShareAVariable() {
    assertThat(Arrays.stream(Setting.values()).map(Setting::variable))
        .doesNotHaveDuplicates()
        .allMatch(variable -> variable.startsWith("GUICHET_"));
  }
}
