package org.guichet.deposit.control;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** Words of papers about deposits, in one language. */
final class PaperTexts {
  private static final String BUNDLE = "org.guichet.deposit.papers";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
  private static final DateTimeFormatter FRENCH =
      DateTimeFormatter.ofPattern(
          "d MMMM uuuu 'à' H 'h' mm 'min' ss 's' '('VV', UTC'xxx')'", Locale.FRENCH);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu 'at' HH:mm:ss '('VV', UTC'xxx')'", Locale.ENGLISH);

  private final Locale locale;
  private final ResourceBundle texts;

  private PaperTexts(Locale locale) {
    this.locale = locale;
    texts = ResourceBundle.getBundle(BUNDLE, locale, NO_FALLBACK);
  }

  /** In English for who reads English, in French for everybody else. */
  static PaperTexts in(Locale language) {
    return new PaperTexts(language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH);
  }

  Locale locale() {
    return locale;
  }

  String text(String key, Object... arguments) {
    return new MessageFormat(texts.getString(key), locale).format(arguments);
  }

  /** {@code 12 458}, with thin spaces in French. */
  String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** In hundredths with a tenth, never rounded up to a whole that it isn't. */
  String share(double share) {
    NumberFormat numbers = NumberFormat.getNumberInstance(locale);
    numbers.setMinimumFractionDigits(1);
    numbers.setMaximumFractionDigits(1);
    return numbers.format(Math.floor(share * 1000) / 10);
  }

  /** To the second, with its zone: {@code 22 novembre 2026 à 14 h 05 min 07 s (…, UTC+01:00)}. */
  String instant(Instant instant, ZoneId zone) {
    return (locale.equals(Locale.ENGLISH) ? ENGLISH : FRENCH).format(instant.atZone(zone));
  }
}
