package org.guichet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.platform.control.SettingsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleSettingsTest {
  @TempDir Path data;

  private static final Path SAMPLE = Path.of("settings.sample.env");
  private static final Predicate<String> SET = Pattern.compile("^GUICHET_\\w+=").asPredicate();
  private static final Predicate<String> OFFERED =
      Pattern.compile("^#?GUICHET_\\w+=").asPredicate();

  @Test
  void offersSettingsThatExistAndCanBeUsedAsTheyStand() throws IOException {
    try (Stream<String> lines = Files.lines(SAMPLE)) {
      Map<String, String> offered =
          lines
              .filter(OFFERED)
              .collect(
                  Collectors.toMap(
                      line -> line.substring(line.indexOf('G'), line.indexOf('=')),
                      line -> SET.test(line) ? line.substring(line.indexOf('=') + 1) : ""));
      offered.put("GUICHET_DATA", data.toString()); // the sample's may be closed to who tests

      assertThat(SettingsReader.read(SettingsReader.environment(offered), offered.keySet()).node())
          .isEqualTo("node1");
    }
  }
}
