package org.guichet.web.deposits;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.NumberFormat;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TakeBackPageTest {
  @ParameterizedTest
  @ValueSource(strings = {"fr", "en"})
  void takesTheCountAsThePageShowsIt(String language) {
    NumberFormat shown = NumberFormat.getIntegerInstance(Locale.forLanguageTag(language));

    assertThat(TakeBackPage.counts(shown.format(12_345), 12_345)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1200", "1 200", "1\u00a0200", "1\u202f200", "1.200", "1,200", "1'200"})
  void takesTheCountHoweverThousandsAreSetApart(String typed) {
    assertThat(TakeBackPage.counts(typed, 1_200)).isTrue();
  }

  @Test
  void refusesAnyOtherCount() {
    assertThat(TakeBackPage.counts("", 1_200)).isFalse();
    assertThat(TakeBackPage.counts("120", 1_200)).isFalse();
    assertThat(TakeBackPage.counts("1200 passages", 1_200)).isFalse();
  }
}
