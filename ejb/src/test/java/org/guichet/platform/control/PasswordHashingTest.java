package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
  private final PasswordHashing hashing = new PasswordHashing(new SecureRandom());

  @Test
  void knowsThePasswordAgainAndNoOther() {
    String kept = hashing.hash("corde à linge bleue");
    assertThat(hashing.matches("corde à linge bleue", kept)).isTrue();
    assertThat(hashing.matches("corde a linge bleue", kept)).isFalse();
    assertThat(hashing.matches("", kept)).isFalse();
  }

  @Test
  void nothingMatchesNothing() {
    assertThat(hashing.matchesNothing("no password")).isFalse();
  }
}
