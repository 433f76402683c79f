package org.guichet.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.guichet.lifecycle.LifecycleTest.Tea.CUP;
import static org.guichet.lifecycle.LifecycleTest.Tea.DREAM;
import static org.guichet.lifecycle.LifecycleTest.Tea.LEAF;
import static org.guichet.lifecycle.LifecycleTest.Tea.POT;

import org.junit.jupiter.api.Test;

class LifecycleTest {
  enum Tea {
    LEAF,
    POT,
    CUP,
    DREAM
  }

  private static final Lifecycle<Tea> LIFECYCLE =
      Lifecycle.startingAt(LEAF).from(LEAF, POT).from(POT, CUP, LEAF).build();

  @Test
  void movesWhereTheTableLeads() {
    assertThat(LIFECYCLE.start()).isEqualTo(LEAF);
    assertThat(LIFECYCLE.move(LEAF, POT)).isEqualTo(POT);
    assertThat(LIFECYCLE.move(POT, LEAF)).isEqualTo(LEAF);
  }

  @Test
  void refusesEveryOtherMoveAndSaysWhich() {
    assertThatExceptionOfType(IllegalMoveException.class)
        .isThrownBy(() -> LIFECYCLE.move(LEAF, CUP))
        .withMessage("Tea: LEAF -> CUP");
    assertThat(LIFECYCLE.allows(CUP, POT)).isFalse();
    assertThat(LIFECYCLE.allows(LEAF, LEAF)).isFalse();
  }

  @Test
  void knowsWhereItEndsAndWhatNothingLeadsTo() {
    assertThat(LIFECYCLE.ends()).containsExactlyInAnyOrder(CUP, DREAM);
    assertThat(LIFECYCLE.unreachable()).containsExactly(DREAM);
  }

  @Test
  void drawsItselfInTheOrderOfTheEnum() {
    assertThat(LIFECYCLE.toMermaid())
        .isEqualTo(
            """
            stateDiagram-v2
                [*] --> LEAF
                LEAF --> POT
                POT --> LEAF
                POT --> CUP
                CUP --> [*]
                DREAM --> [*]
            """);
  }
}
