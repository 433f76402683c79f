package org.guichet.flux.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameFoldingTest {
  @ParameterizedTest
  @CsvSource({
    "D'Ormesson-Fictif, DORMESSON FICTIF",
    "d’ormesson fictif, D'ORMESSON-FICTIF",
    "Éléonore, ELEONORE",
    "E\u0301le\u0301onore, Éléonore",
    "JEAN\u2011PIERRE, jean pierre",
    "Lœtitia, LOETITIA",
    "Ægir, AEGIR",
    "Groß, GROSS",
    "SAINT.PREUX, Saint Preux",
    "Łukasz Ødegård, LUKASZ ODEGARD"
  })
  void takesForTheSame(String one, String other) {
    assertThat(NameFolding.key(one)).isEqualTo(NameFolding.key(other));
  }

  @ParameterizedTest
  @CsvSource({"MARTIN, MARTINE", "ANNE, ANNA", "李, 王"})
  void tellsApart(String one, String other) {
    assertThat(NameFolding.key(one)).isNotEqualTo(NameFolding.key(other));
  }

  @Test
  void nothingIsLeftOfBlanks() {
    assertThat(NameFolding.key(" \u00A0-' ")).isEmpty();
  }

  @Test
  void keepsWordsApartForThoseWhoSearch() {
    assertThat(NameFolding.words(" D'Ormesson-Fictif  de Là "))
        .isEqualTo("D ORMESSON FICTIF DE LA");
    assertThat(NameFolding.words(null)).isNull();
  }
}
