package org.guichet.deposit.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.guichet.organisation.entity.DepositRight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalCodeTest {
  @Test
  void noTwoReasonsShareANumber() {
    assertThat(Arrays.stream(RefusalCode.values()).map(RefusalCode::number))
        .doesNotHaveDuplicates()
        .allMatch(number -> number.matches("DEP-3\\d\\d"));
  }

  @ParameterizedTest
  @EnumSource
  void everyReasonAgainstADropHasItsCode(DepositRight.Refusal refusal) {
    assertThat(RefusalCode.of(refusal).name()).isEqualTo(refusal.name());
  }

  @ParameterizedTest
  @EnumSource
  void fitsItsColumn(RefusalCode code) {
    assertThat(code.name()).hasSizeLessThanOrEqualTo(32);
  }
}
