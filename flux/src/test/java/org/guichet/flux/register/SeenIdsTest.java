package org.guichet.flux.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeenIdsTest {
  private final SeenIds ids = new SeenIds();

  @Test
  void remembersTwoHundredThousandIdsAndNoOther() {
    for (int i = 0; i < 200_000; i++) {
      ids.put(SeenIds.key("T-" + i), 1 + i % 7);
    }
    assertThat(ids.size()).isEqualTo(200_000);
    for (int i = 0; i < 200_000; i++) {
      if (ids.certificationOf(SeenIds.key("T-" + i)) != 1 + i % 7) {
        throw new AssertionError("T-" + i);
      }
      if (ids.certificationOf(SeenIds.key("U-" + i)) != SeenIds.NONE) {
        throw new AssertionError("U-" + i);
      }
    }
  }

  @Test
  void whatComesLaterReplaces() {
    ids.put(SeenIds.key("A"), 1);
    ids.put(SeenIds.key("A"), 2);
    assertThat(ids.certificationOf(SeenIds.key("A"))).isEqualTo(2);
    assertThat(ids.size()).isEqualTo(1);
  }

  @Test
  void keysOfTheSameSlotDoNotMix() {
    SeenIds.Key one = new SeenIds.Key(1, 5);
    SeenIds.Key other = new SeenIds.Key(2, 5);
    ids.put(one, 1);
    assertThat(ids.certificationOf(other)).isEqualTo(SeenIds.NONE);
    ids.put(other, 2);
    assertThat(ids.certificationOf(one)).isEqualTo(1);
    assertThat(ids.certificationOf(other)).isEqualTo(2);
  }
}
