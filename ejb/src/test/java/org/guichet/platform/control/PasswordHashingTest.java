package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
  private final PasswordHashing hashing = PasswordHashing.cheap(new SecureRandom());

  @Test
  void knowsThePasswordAgainAndNoOther() {
    String kept = hashing.hash("corde à linge bleue");
    assertThat(hashing.matches("corde à linge bleue", kept)).isTrue();
    assertThat(hashing.matches("corde a linge bleue", kept)).isFalse();
    assertThat(hashing.matches("", kept)).isFalse();
  }

  @Test
  void neverWritesTwoHashesAlike() {
    assertThat(hashing.hash("x")).isNotEqualTo(hashing.hash("x"));
  }

  @Test
  void readsWhatAnotherImplementationWrote() {
    // From the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1
    String kept =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(hashing.matches("password", kept)).isTrue();
  }

  @Test
  void costsInProductionWhatItsFormSays() {
    assertThat(new PasswordHashing(new SecureRandom()).hash("x"))
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void nothingMatchesNothing() {
    assertThat(hashing.matchesNothing("no password")).isFalse();
  }

  @Test
  void refusesWhatIsNoHash() {
    assertThatIllegalArgumentException().isThrownBy(() -> hashing.matches("x", "plain"));
  }
}
