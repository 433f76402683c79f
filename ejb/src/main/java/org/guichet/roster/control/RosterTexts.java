package org.guichet.roster.control;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.guichet.roster.entity.RosterFinding;

/** Words what is found in files of people: what it is, and what to do. */
public final class RosterTexts {
  private static final String BUNDLE = "org.guichet.roster.roster";
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private RosterTexts() {}

  /** What happened. */
  public static String what(RosterFinding finding, Locale language) {
    return text(finding.code() + ".what", finding, language);
  }

  /** What to do about it. */
  public static String mend(RosterFinding finding, Locale language) {
    return text(finding.code() + ".mend", finding, language);
  }

  /** A text that is about no finding. */
  public static String text(String key, Locale language) {
    return bundle(language).getString(key);
  }

  private static String text(String key, RosterFinding finding, Locale language) {
    List<String> arguments = new ArrayList<>();
    arguments.add(finding.value());
    arguments.addAll(finding.arguments());
    return new MessageFormat(bundle(language).getString(key), supported(language))
        .format(arguments.toArray());
  }

  private static ResourceBundle bundle(Locale language) {
    return ResourceBundle.getBundle(BUNDLE, supported(language), NO_FALLBACK);
  }

  private static Locale supported(Locale language) {
    return language.getLanguage().equals("en") ? Locale.ENGLISH : Locale.FRENCH;
  }
}
