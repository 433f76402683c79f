package org.guichet.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MomentsTest {
  private static final Instant AT = Instant.parse("2026-11-21T13:05:00Z");

  @Test
  void areWrittenAsInFranceInTheZoneOfTheDeployment() {
    Moments french = in("fr");
    assertThat(french.fully(AT)).isEqualTo("21 novembre 2026 à 14\u00a0h\u00a005");
    assertThat(french.shortly(AT)).isEqualTo("21 nov. 2026, 14\u00a0h\u00a005");
    assertThat(french.day(AT)).isEqualTo("21 novembre 2026");
    assertThat(french.day(LocalDate.of(2027, 1, 1))).isEqualTo("1 janvier 2027");
  }

  @Test
  void areWrittenInEnglishToo() {
    Moments english = in("en");
    assertThat(english.fully(AT)).isEqualTo("21 November 2026 at 14:05");
    assertThat(english.shortly(AT)).isEqualTo("21 Nov 2026, 14:05");
  }

  private static Moments in(String language) {
    Moments moments = new Moments();
    moments.settings = SomeSettings.at(Path.of("data"));
    moments.language = new PageLanguage();
    moments.language.request = new Requests.Asked().header("Accept-Language", language).request();
    return moments;
  }
}
