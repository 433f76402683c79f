package org.guichet.flux.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.flux.Field;
import org.guichet.flux.FieldsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NameChecksTest {
  private static FieldsOf lastName(String name) {
    return FieldsOf.none().with(Field.LAST_NAME, name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "D'ORMESSON-FICTIF",
        "d’Ormesson",
        "De La Tour",
        "St. Inventé",
        "ŒUVRÉ",
        "Łuczak",
        "Ñuñez",
        "Þórsdóttir",
        "Nguyễn",
        "Ünlü İnventé",
        "Straße",
        "Inventée", // the accent is a character of its own
        "Anne\u2010Marie",
        "Ꝺubois", // of a Latin extension
        "-"
      })
  void takesLettersOfAnyLatinScriptAndWhatStandsBetweenThem(String name) {
    assertThat(Judged.by(new NameCharactersCheck(), lastName(name))).isEmpty();
    assertThat(Judged.by(new BlankNameCheck(), lastName(name))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DUP0NT", "Louis 14", "3", "Ali٣"})
  void refusesDigits(String name) {
    assertThat(Judged.by(new NameCharactersCheck(), lastName(name)))
        .containsExactly("DIGIT_IN_NAME at LAST_NAME [nomNaissance, " + name + "]");
  }

  @ParameterizedTest
  @CsvSource({
    "DUPONT_INVENTE, _ (U+005F)",
    "Andr?, ? (U+003F)",
    "Inventé(e), ( (U+0028)",
    "Иванов, И (U+0418)",
    "A\u200bB, U+200B",
    "A\u00a0B, \u00a0 (U+00A0)",
    "Ⅷ, Ⅷ (U+2167)",
    "A×B, × (U+00D7)",
    "😀, 😀 (U+1F600)",
    "A\uD800B, \uD800 (U+D800)"
  })
  void warnsOfOtherCharactersAndShowsTheFirst(String name, String shown) {
    assertThat(Judged.by(new NameCharactersCheck(), lastName(name)))
        .containsExactly("ODD_NAME at LAST_NAME [nomNaissance, " + name + ", " + shown + "]");
  }

  @Test
  void saysBothOfDigitsAndOddCharacters() {
    assertThat(Judged.by(new NameCharactersCheck(), lastName("A1_B")))
        .containsExactly(
            "DIGIT_IN_NAME at LAST_NAME [nomNaissance, A1_B]",
            "ODD_NAME at LAST_NAME [nomNaissance, A1_B, _ (U+005F)]");
  }

  @ParameterizedTest
  @ValueSource(strings = {" Zélie", "Zélie ", "\tZélie\n", "\u00a0Zélie"})
  void warnsOfBlanksAroundAName(String name) {
    assertThat(Judged.by(new NameCharactersCheck(), FieldsOf.none().with(Field.FIRST_NAME, name)))
        .containsExactly("BLANKS_AROUND_NAME at FIRST_NAME [prenom1, Zélie]");
  }

  @ParameterizedTest
  @ValueSource(strings = {" ", "   ", "\t", "\u00a0 "})
  void refusesNamesOfBlanksAndSaysNoMoreOfThem(String name) {
    assertThat(Judged.by(new BlankNameCheck(), lastName(name)))
        .containsExactly("BLANK_NAME at LAST_NAME [nomNaissance]");
    assertThat(Judged.by(new NameCharactersCheck(), lastName(name))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Field.class,
      names = {
        "LAST_NAME",
        "USAGE_NAME",
        "FIRST_NAME",
        "SECOND_NAME",
        "THIRD_NAME",
        "LAST_NAME_IN_DOSSIER",
        "FIRST_NAME_IN_DOSSIER",
        "LAST_NAME_WITH_NIR"
      })
  void judgesTheNamesOfEveryWayToSayWhoSomebodyIs(Field field) {
    assertThat(Judged.by(new NameCharactersCheck(), FieldsOf.none().with(field, "X1")))
        .containsExactly("DIGIT_IN_NAME at " + field + " [" + field.element() + ", X1]");
    assertThat(Judged.by(new BlankNameCheck(), FieldsOf.none().with(field, " "))).hasSize(1);
    assertThat(Judged.by(new BlankNameCheck(), FieldsOf.none().without(field))).isEmpty();
  }
}
