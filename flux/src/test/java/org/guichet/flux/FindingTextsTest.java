package org.guichet.flux;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingTextsTest {
  private static Finding finding(FindingCode code, String... arguments) {
    return new Finding(code, Severity.PASSAGE, 12, 3, "", List.of(arguments));
  }

  @ParameterizedTest
  @EnumSource
  void everyCodeHasAllTextsInBothLanguages(FindingCode code) {
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      Finding finding = finding(code, "[0]", "[1]", "[2]", "[3]");
      assertThat(FindingTexts.title(code, locale)).isNotBlank();
      assertThat(FindingTexts.explanation(finding, locale)).isNotBlank().doesNotContain("{");
      assertThat(FindingTexts.expected(finding, locale)).isNotBlank().doesNotContain("{");
      assertThat(FindingTexts.mend(finding, locale)).isNotBlank().doesNotContain("{");
    }
    assertThat(FindingTexts.title(code, Locale.ENGLISH))
        .isNotEqualTo(FindingTexts.title(code, Locale.FRENCH));
  }

  @Test
  void noTextIsThereForNoCode() {
    Set<String> expected = new TreeSet<>();
    for (FindingCode code : FindingCode.values()) {
      Stream.of("title", "explanation", "expected", "mend")
          .forEach(p -> expected.add(code.number() + "." + p));
    }
    Stream.of(Severity.values()).forEach(s -> expected.add("severity." + s));
    for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
      ResourceBundle bundle = ResourceBundle.getBundle("org.guichet.flux.findings", locale);
      assertThat(bundle.getLocale()).isEqualTo(locale);
      assertThat(new TreeSet<>(bundle.keySet())).isEqualTo(expected);
    }
  }

  @Test
  void numbersAreGivenOnce() {
    assertThat(Stream.of(FindingCode.values()).map(FindingCode::number))
        .doesNotHaveDuplicates()
        .allMatch(number -> number.matches("GUI-[0-9]{3}"));
  }

  @Test
  void speaksFrenchToThoseWhoseLanguageItDoesNotKnow() {
    String french = FindingTexts.title(FindingCode.NOT_XML, Locale.FRENCH);
    assertThat(FindingTexts.title(FindingCode.NOT_XML, Locale.GERMAN)).isEqualTo(french);
    assertThat(FindingTexts.title(FindingCode.NOT_XML, Locale.CANADA_FRENCH)).isEqualTo(french);
    assertThat(FindingTexts.title(FindingCode.NOT_XML, Locale.UK))
        .isEqualTo(FindingTexts.title(FindingCode.NOT_XML, Locale.ENGLISH));
  }

  @Test
  void theMessageOfADuplicateIsTheOneThatProgramsMatchOn() {
    Finding duplicate = finding(FindingCode.DUPLICATE, "77ZZZ001", "T-{0}$1");
    String fixed =
        "Le passage certification avec le bcr émetteur 77ZZZ001 et l'id technique partenaire"
            + " T-{0}$1 existe déjà en base";
    assertThat(FindingTexts.rapportMessage(duplicate)).isEqualTo(fixed);
    assertThat(FindingTexts.rapportMessage(duplicate, "T-{0}$1")).isEqualTo(fixed);
  }

  @Test
  void theRapportQuotesTheParserAndSaysTheLineWhenThereIsNoIdTechnique() {
    Finding schema = finding(FindingCode.SCHEMA, "cvc-type.3.1.3 : La valeur 'H'");
    assertThat(FindingTexts.rapportMessage(schema, "T-1"))
        .isEqualTo("cvc-type.3.1.3 : La valeur 'H'");
    assertThat(FindingTexts.rapportMessage(schema, null))
        .isEqualTo("cvc-type.3.1.3 : La valeur 'H' (ligne 12)");
  }

  @Test
  void theRapportSaysWhatHappenedAndWhatToDo() {
    assertThat(FindingTexts.rapportMessage(finding(FindingCode.ENCODING, "UTF-7")))
        .startsWith("L'encodage « UTF-7 » n'est pas accepté")
        .endsWith("puis déposez-le de nouveau.");
  }

  @Test
  void listsAllCodesForTheDocuments() {
    assertThat(FindingTexts.toMarkdown(Locale.FRENCH).lines())
        .hasSameSizeAs(FindingCode.values())
        .allMatch(row -> row.matches("\\| GUI-[0-9]{3}( \\| [^|]+){5} \\|"));
  }
}
