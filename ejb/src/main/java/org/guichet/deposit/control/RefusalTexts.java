package org.guichet.deposit.control;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.guichet.deposit.entity.Refusal;
import org.guichet.deposit.entity.RefusalCode;

/** Words refusals: what happened, and what to do. */
public final class RefusalTexts {
  private static final String BUNDLE = "org.guichet.deposit.refusals";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private RefusalTexts() {}

  /** What happened. */
  public static String reason(Refusal refusal, Locale language) {
    return text(refusal.code().name() + ".reason", refusal.arguments(), language);
  }

  /** What to do about it. */
  public static String mend(RefusalCode code, Locale language) {
    return text(code.name() + ".mend", List.of(), language);
  }

  /** A text that is no refusal: {@code OK}, {@code OK.trial}, {@code DUPLICATE}. */
  public static String answer(String key, List<String> arguments, Locale language) {
    return text(key, arguments, language);
  }

  private static String text(String key, List<String> arguments, Locale language) {
    Locale supported = language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
    String pattern = ResourceBundle.getBundle(BUNDLE, supported, NO_FALLBACK).getString(key);
    return new MessageFormat(pattern, supported).format(arguments.toArray());
  }
}
