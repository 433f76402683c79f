package org.guichet.flux.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the checker itself says; findings word themselves. */
final class CheckTexts {
  private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])}");

  private final Locale locale;

  // Reports for programs want neither, and starting is what takes long with small files.
  private @Nullable ResourceBundle bundle;
  private @Nullable NumberFormat numbers;

  CheckTexts(Language language) {
    locale = language.locale();
  }

  /** How the checker is called. */
  String help() throws IOException {
    String help = "help_" + locale.getLanguage() + ".txt";
    try (InputStream text =
        Objects.requireNonNull(CheckTexts.class.getResourceAsStream(help), help)) {
      return new String(text.readAllBytes(), UTF_8);
    }
  }

  /** A text with its places filled in; numbers are grouped as the language does. */
  String get(String key, Object... arguments) {
    return ARGUMENT
        .matcher(template(key))
        .replaceAll(
            match -> {
              Object argument = arguments[Integer.parseInt(match.group(1))];
              return Matcher.quoteReplacement(
                  argument instanceof Number ? grouped(argument) : String.valueOf(argument));
            });
  }

  private String template(String key) {
    if (bundle == null) {
      bundle =
          ResourceBundle.getBundle(
              "org.guichet.flux.cli.check",
              locale,
              Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
    return bundle.getString(key);
  }

  private String grouped(Object number) {
    if (numbers == null) {
      numbers = NumberFormat.getIntegerInstance(locale);
    }
    return numbers.format(number);
  }

  /** The text for one, or the one for several, which ends in {@code .many}. */
  String count(String key, long count, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = count;
    System.arraycopy(more, 0, arguments, 1, more.length);
    return get(count == 1 ? key + ".one" : key + ".many", arguments);
  }
}
