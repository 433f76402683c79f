package org.guichet.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever renames what a kill is hung on is told at once, and not by a campaign at night. */
class KillPointTest {
  @ParameterizedTest
  @EnumSource
  void isAPlaceInTheShippedCode(KillPoint point) throws ClassNotFoundException {
    assertThat(Arrays.stream(Class.forName(point.type()).getDeclaredMethods()).map(Method::getName))
        .contains(point.method());
  }
}
