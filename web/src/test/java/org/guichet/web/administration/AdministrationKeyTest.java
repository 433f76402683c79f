package org.guichet.web.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdministrationKeyTest {
  @TempDir Path data;
  private final AdministrationKey key = new AdministrationKey();

  @BeforeEach
  void drawFromARealSource() {
    key.random = new SecureRandom();
  }

  @Test
  void laysDownA256BitTokenThatOnlyTheOwnerReads() throws IOException {
    key.layDown(data, 9080);
    Path file = data.resolve("run/administration.properties");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(properties(file).getProperty("port")).isEqualTo("9080");
    assertThat(Base64.getUrlDecoder().decode(properties(file).getProperty("token"))).hasSize(32);
  }

  @Test
  void replacesWhatAnEarlierServerLeft() throws IOException {
    key.layDown(data, 9080);
    String earlier = properties(AdministrationKey.fileUnder(data)).getProperty("token");
    Files.writeString(data.resolve("run/administration.properties.new"), "half a draft");
    key.layDown(data, 9081);
    Properties now = properties(AdministrationKey.fileUnder(data));
    assertThat(now.getProperty("port")).isEqualTo("9081");
    assertThat(now.getProperty("token")).isNotEqualTo(earlier);
    assertThat(key.opens("Bearer " + earlier)).isFalse();
    assertThat(key.opens("Bearer " + now.getProperty("token"))).isTrue();
    assertThat(data.resolve("run").toFile().list()).containsExactly("administration.properties");
  }

  @Test
  void leavesNothingBehindWhenTakenAwayAlsoTwice() throws IOException {
    key.layDown(data, 9080);
    key.takeAway(data);
    key.takeAway(data);
    assertThat(data.resolve("run")).isEmptyDirectory();
  }

  @Test
  void opensNothingBeforeItIsMade() {
    assertThat(key.opens("Bearer ")).isFalse();
    assertThat(key.opens(null)).isFalse();
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    try (var in = Files.newInputStream(file)) {
      properties.load(in);
    }
    return properties;
  }
}
