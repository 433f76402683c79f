package org.guichet.flux;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Words findings in a reader's language; in French where that isn't one of ours. What the parser
 * says stays French in all languages.
 */
public final class FindingTexts {
  private static final String BUNDLE = "org.guichet.flux.findings";
  private static final Pattern ARGUMENT = Pattern.compile("\\{([0-9])}");

  /** Certifiers' programs match on it, and count it as a success: never to be changed. */
  private static final String DUPLICATE =
      "Le passage certification avec le bcr émetteur {0} et l'id technique partenaire {1} existe"
          + " déjà en base";

  /** These as well. */
  private static final String HOLDER_UNKNOWN =
      "Aucun titulaire ne correspond aux critères obligatoires";

  private static final String HOLDER_UNKNOWN_ON_DAY =
      HOLDER_UNKNOWN + " enrichis du jour et du mois de naissance";
  private static final String SEVERAL_HOLDERS = "Plusieurs titulaires ont été identifiés";

  private FindingTexts() {}

  /** A short name of the cause. */
  public static String title(FindingCode code, Locale locale) {
    return text(code, "title", locale);
  }

  /** What happened. */
  public static String explanation(Finding finding, Locale locale) {
    String explanation = filled(text(finding.code(), "explanation", locale), finding.arguments());
    return explanation + IdentityTexts.hint(finding, locale);
  }

  /** What should stand there, or be so; what an element's value stands for where that helps. */
  public static String expected(Finding finding, Locale locale) {
    String expected = filled(text(finding.code(), "expected", locale), finding.arguments());
    return finding.code().quotesParser()
        ? expected + ElementTexts.meaning(SchemaExplanation.lastName(finding.path()), locale)
        : expected;
  }

  /** What to do about it. */
  public static String mend(Finding finding, Locale locale) {
    return filled(text(finding.code(), "mend", locale), finding.arguments());
  }

  /**
   * What the rapport says: always French; fixed texts and the parser's words stand alone. Says the
   * line when there is no idTechnique by which the passage could be found.
   */
  public static String rapportMessage(Finding finding, @Nullable String idTechnique) {
    String message = rapportMessage(finding);
    return idTechnique == null && finding.line() > 0
        ? message + " (ligne " + finding.line() + ")"
        : message;
  }

  /** What the rapport says of a finding whose line it gives beside it. */
  public static String rapportMessage(Finding finding) {
    if (finding.code().quotesParser()) {
      return filled("{0}", finding.arguments());
    }
    return switch (finding.code()) {
      case MALFORMED -> filled("{0}", finding.arguments());
      case DUPLICATE -> filled(DUPLICATE, finding.arguments());
      case HOLDER_UNKNOWN -> HOLDER_UNKNOWN;
      case HOLDER_UNKNOWN_ON_DAY -> HOLDER_UNKNOWN_ON_DAY;
      case SEVERAL_HOLDERS -> SEVERAL_HOLDERS;
      default -> explanation(finding, Locale.FRENCH) + " " + mend(finding, Locale.FRENCH);
    };
  }

  /** How far something reaches, in a word or two. */
  public static String severity(Severity severity, Locale locale) {
    return bundle(locale).getString("severity." + severity.name());
  }

  /**
   * Rows of a Markdown table for all codes: number, title, usual severity, explanation, what is
   * expected, mend.
   */
  public static String toMarkdown(Locale locale) {
    return Stream.of(FindingCode.values())
        .map(
            code ->
                Stream.of(
                        code.number(),
                        title(code, locale),
                        severity(code.usual(), locale),
                        text(code, "explanation", locale),
                        text(code, "expected", locale),
                        text(code, "mend", locale))
                    .map(cell -> cell.replace("|", "\\|").replace("<", "\\<"))
                    .collect(Collectors.joining(" | ", "| ", " |\n")))
        .collect(Collectors.joining());
  }

  private static String text(FindingCode code, String part, Locale locale) {
    return bundle(locale).getString(code.number() + "." + part);
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, new FrenchOtherwise());
  }

  /** In one go, so that an argument which looks like a place for one stays as it is. */
  static String filled(String text, List<String> arguments) {
    return ARGUMENT
        .matcher(text)
        .replaceAll(
            match -> {
              int index = Integer.parseInt(match.group(1));
              String value = index < arguments.size() ? arguments.get(index) : "";
              return Matcher.quoteReplacement(value);
            });
  }

  static final class FrenchOtherwise extends Control {
    @Override
    public List<String> getFormats(String baseName) {
      return FORMAT_PROPERTIES;
    }

    @Override
    public @Nullable Locale getFallbackLocale(String baseName, Locale locale) {
      return locale.equals(Locale.FRENCH) ? null : Locale.FRENCH;
    }
  }
}
