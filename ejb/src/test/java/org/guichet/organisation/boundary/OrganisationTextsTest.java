package org.guichet.organisation.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.organisation.entity.DepositRight;
import org.guichet.organisation.entity.Mistake;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrganisationTextsTest {
  private static final Pattern PLACE = Pattern.compile("\\{\\d}");

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(
        "org.guichet.organisation.organisation",
        language,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  @Test
  void everyCodeHasATextInBothLanguagesAndNothingElseHas() {
    Set<String> expected =
        Stream.concat(
                Arrays.stream(Mistake.Code.values()).map(code -> "mistake." + code),
                Arrays.stream(DepositRight.Refusal.values()).map(code -> "refusal." + code))
            .collect(Collectors.toCollection(TreeSet::new));
    expected.add("refusal.MANDATE_NOT_IN_FORCE.open");
    assertThat(bundle(Locale.FRENCH).keySet()).isEqualTo(expected);
    assertThat(bundle(Locale.ENGLISH).keySet()).isEqualTo(expected);
  }

  @Test
  void bothLanguagesQuoteTheSameArgumentsAndNoApostropheSwallowsThem() {
    ResourceBundle french = bundle(Locale.FRENCH);
    ResourceBundle english = bundle(Locale.ENGLISH);
    for (String key : french.keySet()) {
      assertThat(places(french.getString(key))).as(key).isEqualTo(places(english.getString(key)));
      assertThat(french.getString(key) + english.getString(key)).as(key).doesNotContain("'");
    }
  }

  private static Set<String> places(String text) {
    return PLACE.matcher(text).results().map(m -> m.group()).collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource
  void everyMistakeReadsAsASentence(Mistake.Code code) {
    Mistake mistake = new Mistake("field", code, List.of("un", "deux"));
    assertThat(OrganisationTexts.in(Locale.FRENCH).of(mistake)).endsWith(".").doesNotContain("{");
    assertThat(OrganisationTexts.in(Locale.ENGLISH).of(mistake)).endsWith(".").doesNotContain("{");
    assertThat(OrganisationTexts.in(Locale.GERMAN).of(mistake))
        .isEqualTo(OrganisationTexts.in(Locale.FRENCH).of(mistake));
  }
}
