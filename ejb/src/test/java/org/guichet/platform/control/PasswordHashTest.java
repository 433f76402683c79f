package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class PasswordHashTest {
  private final SecureRandom random = new SecureRandom();

  @Test
  void knowsItsPasswordAndNoOther() {
    String kept = PasswordHash.of("correct horse", random);

    assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").hasSizeLessThan(200);
    assertThat(PasswordHash.matches(kept, "correct horse")).isTrue();
    assertThat(PasswordHash.matches(kept, "correct horse ")).isFalse();
    assertThat(PasswordHash.matches(kept, "")).isFalse();
  }

  @Test
  void differsEachTime() {
    assertThat(PasswordHash.of("a", random)).isNotEqualTo(PasswordHash.of("a", random));
  }

  /** A vector of the reference implementation's own tests. */
  @Test
  void readsWhatTheReferenceImplementationWrote() {
    String kept =
        "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

    assertThat(PasswordHash.matches(kept, "password")).isTrue();
    assertThat(PasswordHash.matches(kept, "differentpassword")).isFalse();
  }

  @Test
  void refusesToCompareWithWhatIsNoHash() {
    assertThatIllegalArgumentException().isThrownBy(() -> PasswordHash.matches("", "a"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PasswordHash.matches("$argon2i$v=19$m=1,t=1,p=1$AA$AA", "a"));
  }
}
