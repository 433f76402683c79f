package org.guichet.cli.administration;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What these commands say, in the language of the terminal: English where it is English, else
 * French.
 */
final class Texts {
  private static final String BUNDLE = "org.guichet.cli.administration.messages";

  private final ResourceBundle bundle;

  private Texts(Locale language) {
    bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            language,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /** The first of {@code LC_ALL}, {@code LC_MESSAGES} and {@code LANG} that is set decides. */
  static Texts of(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .filter(value -> value.toLowerCase(Locale.ROOT).startsWith("en"))
        .map(value -> new Texts(Locale.ENGLISH))
        .orElseGet(() -> new Texts(Locale.FRENCH));
  }

  ResourceBundle bundle() {
    return bundle;
  }

  Locale language() {
    return bundle.getLocale();
  }

  String text(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), language()).format(arguments);
  }

  /** The word for a state such as {@code partly-accepted}; itself where there is none. */
  String word(String state) {
    String key = "word." + state;
    return bundle.containsKey(key) ? bundle.getString(key) : state;
  }
}
