package org.guichet.flux.cli;

import java.util.Locale;

/** In which language the checker speaks. */
enum Language {
  FRENCH(Locale.FRENCH),
  ENGLISH(Locale.ENGLISH);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  Locale locale() {
    return locale;
  }
}
