package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.deposit.DropSamples.id;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.guichet.deposit.entity.PassageOutcome;
import org.guichet.deposit.entity.PassageVerdict;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxSamples;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictRowTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "Béranger, BERANGER",
        "D'Ormesson, D ORMESSON",
        "D’Ormesson, D ORMESSON",
        "de  la\tTour-du Pin, DE LA TOUR DU PIN",
        "MARIE--HORTENSE, MARIE HORTENSE",
        "St. Exupéry, ST EXUPERY",
        "\"  Zoë \", ZOE",
        "Łukasz, ŁUKASZ",
        "Straße, STRASSE",
        "\"-\", \"\""
      })
  void foldsNamesSoThatTheyAreFoundHoweverTheyAreWritten(String name, String folded) {
    assertThat(VerdictRow.fold(name)).isEqualTo(folded);
  }

  @Test
  void leavesAMissingNameMissing() {
    assertThat(VerdictRow.fold(null)).isNull();
  }

  private static Passage passage(Finding... findings) {
    return new Passage(
        4,
        2,
        "T-1",
        FluxSamples.holder("Béranger", "Zélie", LocalDate.of(2001, 2, 3)),
        LocalDate.of(2026, 1, 15),
        7,
        100,
        50,
        List.of(findings));
  }

  private static Finding finding(FindingCode code, Severity severity) {
    return new Finding(code, severity, 8, 9, "", List.of("x"));
  }

  @Test
  void takesAPassageWithNothingButWarnings() {
    PassageVerdict verdict =
        VerdictRow.of(
            new UUID(7, 1), id(1), passage(finding(FindingCode.SCHEMA, Severity.WARNING)));

    assertThat(verdict.outcome()).isEqualTo(PassageOutcome.OK);
    assertThat(verdict.cause()).isNull();
    assertThat(verdict.findings()).isNotNull();
  }

  @Test
  void refusesAPassageForItsFirstBlockingFinding() {
    PassageVerdict verdict =
        VerdictRow.of(
            new UUID(7, 1),
            id(1),
            passage(
                finding(FindingCode.NOT_UTF8, Severity.WARNING),
                finding(FindingCode.SCHEMA, Severity.PASSAGE),
                finding(FindingCode.AND_MORE, Severity.PASSAGE)));

    assertThat(verdict.outcome()).isEqualTo(PassageOutcome.KO);
    assertThat(verdict.cause()).isEqualTo(FindingCode.SCHEMA);
    assertThat(FindingsJson.read(verdict.findings())).hasSize(3);
  }
}
