package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.guichet.deposit.entity.DepositStatus;
import org.guichet.platform.entity.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TextsTest {
  static Stream<Locale> languages() {
    return Texts.LANGUAGES.stream();
  }

  @Test
  void sayTheSameThingsInEveryLanguage() {
    List<ResourceBundle> bundles = languages().map(TextsTest::bundle).toList();
    assertThat(bundles.get(1).keySet()).isEqualTo(bundles.get(0).keySet());
    for (String key : bundles.get(0).keySet()) {
      assertThat(places(bundles.get(1).getString(key)))
          .as(key)
          .isEqualTo(places(bundles.get(0).getString(key)));
    }
  }

  @ParameterizedTest
  @MethodSource("languages")
  void leaveNothingEmptyAndUseTypographicApostrophes(Locale language) {
    ResourceBundle bundle = bundle(language);
    for (String key : bundle.keySet()) {
      assertThat(bundle.getString(key)).as(key).isNotBlank().doesNotContain("'");
    }
  }

  @ParameterizedTest
  @EnumSource
  void wordEveryRefusal(RefusedException.Code code) {
    for (Locale language : Texts.LANGUAGES) {
      assertThat(Texts.in(language).text("platform.refusal." + code)).isNotBlank();
    }
  }

  @ParameterizedTest
  @EnumSource
  void wordEveryStatusOfADeposit(DepositStatus status) {
    for (Locale language : Texts.LANGUAGES) {
      assertThat(Texts.in(language).text("administration.deposit.status." + status)).isNotBlank();
    }
  }

  @Test
  void speakTheFirstKnownLanguageThatIsAskedForElseFrench() {
    assertThat(askedFor("de, en;q=0.5, fr;q=0.1")).isEqualTo(Locale.ENGLISH);
    assertThat(askedFor("fr-CH, en")).isEqualTo(Locale.FRENCH);
    assertThat(askedFor("de")).isEqualTo(Locale.FRENCH);
    assertThat(Texts.askedBy(new Requests.Asked().request()).language()).isEqualTo(Locale.FRENCH);
  }

  private static Locale askedFor(String header) {
    return Texts.askedBy(new Requests.Asked().header("Accept-Language", header).request())
        .language();
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle("org.guichet.web.messages", language);
  }

  private static int places(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }
}
