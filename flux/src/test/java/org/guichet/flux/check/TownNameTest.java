package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TownNameTest {
  private static String folded(String text) {
    return TownName.of(text).folded();
  }

  @ParameterizedTest
  @CsvSource({
    "Saint-Étienne, ST ETIENNE",
    "Sainte-Foy-lès-Lyon, STE FOY LES LYON",
    "Le Havre, HAVRE",
    "Les Sables-d'Olonne, LES SABLES D’OLONNE",
    "L'Haÿ-les-Roses, L HAY LES ROSES",
    "Œuilly, OEUILLY",
    "Chalon-sur-Saône, CHALON S/SAONE",
    "Bourg-en-Bresse, '  bourg--en bresse. '",
    "Béziers, Be\u0301ziers",
    "Moulins, MOULINS"
  })
  void waysOfWritingANameAreTheSame(String one, String other) {
    assertThat(folded(one)).isEqualTo(folded(other)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"Lyon, Laon", "Saint-Denis, Saint-Denis-en-Val", "La Rochelle, La Roche", "Is, S"})
  void otherNamesAreOthers(String one, String other) {
    assertThat(folded(one)).isNotEqualTo(folded(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "---", "'"})
  void whatHasNoLettersIsEmpty(String text) {
    assertThat(TownName.of(text).empty()).isTrue();
    assertThat(TownName.of(text).maybe("PARIS")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PARIS 12",
        "Paris 12e",
        "PARIS 12EME ARRONDISSEMENT",
        "Paris XII",
        "PARIS CEDEX 08",
        "PARIS (75)",
        "Paris 1er arr."
      })
  void aDistrictOrAParenthesisMayBeAdded(String text) {
    assertThat(TownName.of(text).maybe("PARIS")).isTrue();
  }

  @Test
  void aNameMayBeCutButNotTooShort() {
    assertThat(TownName.of("VILLENEUVE").maybe(folded("Villeneuve-d'Ascq"))).isTrue();
    assertThat(TownName.of("CHATEAU CHINON").maybe(folded("Château-Chinon (Ville)"))).isTrue();
    assertThat(TownName.of("SAINT").maybe(folded("Saint-Denis"))).isFalse();
    assertThat(TownName.of("VIL").maybe(folded("Villeneuve-d'Ascq"))).isFalse();
  }

  @Test
  void lettersOfOtherScriptsStayWhatTheyAre() {
    assertThat(folded("Москва")).isEqualTo("Москва");
  }
}
