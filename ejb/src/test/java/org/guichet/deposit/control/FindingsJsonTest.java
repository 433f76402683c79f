package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingsJsonTest {
  @Test
  void bringsBackWhatWasWritten() {
    List<Finding> findings =
        List.of(
            new Finding(
                FindingCode.SCHEMA,
                Severity.PASSAGE,
                12,
                34,
                "/flux[1]/emetteur[1]",
                List.of("La valeur \"H\" n'est pas « admise »\n\t\\ é\u0000\ud83c\udf93", "")),
            new Finding(FindingCode.NOT_UTF8, Severity.WARNING, 0, 0, "", List.of()));

    assertThat(FindingsJson.read(FindingsJson.write(findings))).isEqualTo(findings);
  }

  @Test
  void writesNothingForAGoodPassage() {
    assertThat(FindingsJson.write(List.of())).isNull();
    assertThat(FindingsJson.read(null)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void writesEveryCodeByItsName(FindingCode code) {
    Finding finding = new Finding(code, Severity.FILE, 1, 1, "", List.of("a"));

    assertThat(FindingsJson.write(List.of(finding))).contains('"' + code.name() + '"');
    assertThat(FindingsJson.read(FindingsJson.write(List.of(finding)))).containsExactly(finding);
  }
}
