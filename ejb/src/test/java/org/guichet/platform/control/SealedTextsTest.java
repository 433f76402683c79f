package org.guichet.platform.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.SecureRandom;
import org.junit.jupiter.api.Test;

class SealedTextsTest {
  private final Secrets secrets = new Secrets(new byte[32], new SecureRandom());
  private final SealedTexts texts = secrets.texts("one");

  @Test
  void opensWhatItClosed() {
    assertThat(texts.open(texts.close("Léa", "row 1"), "row 1")).isEqualTo("Léa");
  }

  @Test
  void closesTheSameNeverAlike() {
    assertThat(texts.close("x", "row 1")).isNotEqualTo(texts.close("x", "row 1"));
  }

  @Test
  void opensNothingOfAnotherPurposePlaceOrHand() {
    String closed = texts.close("x", "row 1");
    assertThatIllegalArgumentException().isThrownBy(() -> texts.open(closed, "row 2"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> secrets.texts("two").open(closed, "row 1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> texts.open("AAAA" + closed.substring(4), "row 1"));
    assertThatIllegalArgumentException().isThrownBy(() -> texts.open("AAAA", "row 1"));
  }
}
