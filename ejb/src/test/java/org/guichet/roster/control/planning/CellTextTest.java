package org.guichet.roster.control.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
  @Test
  void takesBlanksOfAllKindsForOne() {
    assertThat(CellText.clean("\u00A0 de\u00A0 la\tCour \u200B")).isEqualTo("de la Cour");
    assertThat(CellText.clean("  ")).isEmpty();
  }

  @Test
  void takesBackTheApostropheOfAHarmlessCell() {
    assertThat(CellText.clean("'=cmd")).isEqualTo("=cmd");
    assertThat(CellText.clean("'t Hooft")).isEqualTo("'t Hooft");
  }

  @ParameterizedTest
  @CsvSource({
    "06 12 34 56 78,0612345678",
    "06.12.34.56.78,0612345678",
    "+33 6 12 34 56 78,0612345678",
    "+33 (0)6 12 34 56 78,0612345678",
    "0033612345678,0612345678",
    "612345678,0612345678",
    "+41 22 123 45 67,+41221234567"
  })
  void writesTelephonesInOneWay(String typed, String kept) {
    assertThat(CellText.phone(typed)).isEqualTo(kept);
  }

  @ParameterizedTest
  @ValueSource(strings = {"liste rouge", "06 12 34 56 78 / 01 23 45 67 89", "12"})
  void takesNoOtherWordForATelephone(String typed) {
    assertThat(CellText.phone(typed)).isNull();
  }

  @ParameterizedTest
  @CsvSource({"F,F", "Féminin,F", "fille,F", "H,M", "Garçon,M", "M,M", "2,F"})
  void knowsSexesByManyNames(String typed, String kept) {
    assertThat(CellText.sex(typed)).isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({"Monsieur,M.", "M,M.", "Mr.,M.", "MME,Mme", "Mlle,Mme"})
  void knowsFormsOfAddress(String typed, String kept) {
    assertThat(CellText.civility(typed)).isEqualTo(kept);
  }

  @Test
  void knowsWhatIsNeither() {
    assertThat(CellText.sex("X")).isNull();
    assertThat(CellText.civility("M. et Mme")).isNull();
    assertThat(CellText.ine("12345")).isNull();
    assertThat(CellText.ine("123456789 ab")).isEqualTo("123456789AB");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "a b@c.fr", "a@b.fr; c@d.fr", "a..b@c.fr", "@c.fr"})
  void refusesWhatIsNoSingleAddress(String typed) {
    assertThat(CellText.isEmail(typed)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"O'BRIEN", "José-María", "MÜLLER-LÉVY", "Lecœur", "d’Artagnan", "Zoé (dite Z.)"})
  void takesNamesOfPeople(String name) {
    assertThat(CellText.isName(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd", "<script>", "Jean2", "A;B"})
  void wondersAboutOtherSigns(String name) {
    assertThat(CellText.isName(name)).isFalse();
  }
}
