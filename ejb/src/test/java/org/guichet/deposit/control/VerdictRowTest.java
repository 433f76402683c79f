package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;

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
}
