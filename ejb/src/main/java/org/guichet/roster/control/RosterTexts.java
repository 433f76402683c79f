package org.guichet.roster.control;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.guichet.roster.entity.ChildFigures;
import org.guichet.roster.entity.ImportHold;
import org.guichet.roster.entity.Operation;
import org.guichet.roster.entity.PlanSummary;
import org.guichet.roster.entity.RosterCode;
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

  /** Why an import waits for somebody, with what its plan says of it. */
  public static String hold(ImportHold hold, PlanSummary summary, Locale language) {
    Object[] arguments =
        switch (hold) {
          case UNREADABLE_FILE -> new Object[] {summary.unreadable()};
          case ROWS_IN_ERROR -> new Object[] {summary.count(Operation.ERROR)};
          case CHILDREN_MISSING -> {
            ChildFigures children = summary.children();
            yield new Object[] {children.alone(), children.missing(), children.named()};
          }
          case POSSIBLE_DUPLICATES ->
              new Object[] {summary.findings().getOrDefault(RosterCode.POSSIBLE_DUPLICATE, 0)};
          default -> new Object[0];
        };
    return new MessageFormat(bundle(language).getString("hold." + hold), supported(language))
        .format(arguments);
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
