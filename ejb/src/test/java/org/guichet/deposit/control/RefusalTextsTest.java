package org.guichet.deposit.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusalTextsTest {
  private static final List<String> ARGUMENTS = List.of("77ZZZ001", "77ZZZ002", "2026-01-01", "");

  static Stream<Arguments> codesInAllLanguages() {
    return Stream.of(RefusalCode.values())
        .flatMap(
            code ->
                Stream.of(Locale.FRENCH, Locale.ENGLISH)
                    .map(language -> Arguments.of(code, language)));
  }

  @ParameterizedTest
  @MethodSource("codesInAllLanguages")
  void everyRefusalSaysWhatHappenedAndWhatToDo(RefusalCode code, Locale language) {
    String reason = RefusalTexts.reason(new Refusal(code, ARGUMENTS, 0, 0), language);
    String mend = RefusalTexts.mend(code, language);

    assertThat(reason).isNotBlank().doesNotContain("{", "''").matches("(?s).*[.A-Z0-9)]$");
    assertThat(mend).isNotBlank().doesNotContain("{", "''").endsWith(".");
  }

  @Test
  void speaksFrenchToWhoeverReadsNeitherLanguage() {
    assertThat(RefusalTexts.mend(RefusalCode.EMPTY, Locale.GERMAN))
        .isEqualTo(RefusalTexts.mend(RefusalCode.EMPTY, Locale.FRENCH));
    assertThat(RefusalTexts.mend(RefusalCode.EMPTY, Locale.UK))
        .isEqualTo(RefusalTexts.mend(RefusalCode.EMPTY, Locale.ENGLISH))
        .isNotEqualTo(RefusalTexts.mend(RefusalCode.EMPTY, Locale.FRENCH));
  }

  @Test
  void quotesWhatTheParserSaidWhateverIsInIt() {
    Refusal refusal = new Refusal(RefusalCode.SCHEMA, "La valeur '{0}' n'est pas admise");

    assertThat(RefusalTexts.reason(refusal, Locale.FRENCH))
        .isEqualTo(
            "Le fichier ne respecte pas le schéma. Première erreur :"
                + " La valeur '{0}' n'est pas admise");
  }

  @Test
  void namesTheDepositThatStands() {
    assertThat(RefusalTexts.answer("DUPLICATE", List.of("1234567"), Locale.FRENCH))
        .contains("n° 1234567");
  }
}
