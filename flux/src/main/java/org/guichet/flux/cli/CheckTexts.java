package org.guichet.flux.cli;

import java.text.NumberFormat;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the checker itself says; findings word themselves. */
final class CheckTexts {
  private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])}");

  private final ResourceBundle bundle;
  private final NumberFormat numbers;

  CheckTexts(Language language) {
    bundle = bundle(language);
    numbers = NumberFormat.getIntegerInstance(language.locale());
  }

  static ResourceBundle bundle(Language language) {
    return ResourceBundle.getBundle(
        "org.guichet.flux.cli.check",
        language.locale(),
        Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /** A text with its places filled in; numbers are grouped as the language does. */
  String get(String key, Object... arguments) {
    return ARGUMENT
        .matcher(bundle.getString(key))
        .replaceAll(
            match -> {
              Object argument = arguments[Integer.parseInt(match.group(1))];
              return Matcher.quoteReplacement(
                  argument instanceof Number ? numbers.format(argument) : String.valueOf(argument));
            });
  }

  /** The text for one, or the one for several, which ends in {@code .many}. */
  String count(String key, long count, Object... more) {
    Object[] arguments = new Object[more.length + 1];
    arguments[0] = count;
    System.arraycopy(more, 0, arguments, 1, more.length);
    return get(count == 1 ? key + ".one" : key + ".many", arguments);
  }
}
