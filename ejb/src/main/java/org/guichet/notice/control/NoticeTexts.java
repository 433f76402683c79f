package org.guichet.notice.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.guichet.notice.entity.Notice;

/**
 * The words of notices. A text quotes an argument as {@code {name}}; a line of a body that quotes
 * an absent one (none, blank or a mere dash) is left out. With the argument {@code trial=true},
 * subject and body are marked. French is written to whoever reads a language that isn't there.
 */
public final class NoticeTexts {
  private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z0-9]+)}");

  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");

  private final ResourceBundle bundle;

  private NoticeTexts(Locale language) {
    this.bundle =
        ResourceBundle.getBundle(
            "org.guichet.notice.notices",
            language,
            NoticeTexts.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  public static NoticeTexts in(Locale wished) {
    return new NoticeTexts(
        wished.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? Locale.ENGLISH : Locale.FRENCH);
  }

  /** The language that is really written, as a tag. */
  public String language() {
    return bundle.getLocale().toLanguageTag();
  }

  /** Whether there are texts of this name. */
  public boolean knows(String template) {
    return bundle.containsKey(template + ".subject") && bundle.containsKey(template + ".body");
  }

  /** One line. */
  public String subject(Notice notice) {
    String subject = fill(bundle.getString(notice.template() + ".subject"), notice.arguments());
    String marked = trial(notice) ? bundle.getString("trial.subject") + " " + subject : subject;
    return marked.replaceAll("\\s+", " ").strip();
  }

  /** Lines that end in CRLF, as mail wants them. */
  public String body(Notice notice) {
    String template = bundle.getString(notice.template() + ".body");
    List<String> lines =
        Arrays.stream(template.split("\n", -1))
            .filter(line -> complete(line, notice.arguments()))
            .map(line -> fill(line, notice.arguments()))
            .toList();
    String mark = trial(notice) ? bundle.getString("trial.body") + "\n\n" : "";
    String text = mark + String.join("\n", lines).strip() + "\n\n" + bundle.getString("footer");
    // Where a whole paragraph was left out, one blank line stays.
    return text.lines()
        .collect(Collectors.joining("\r\n", "", "\r\n"))
        .replaceAll("(\r\n){3,}", "\r\n\r\n");
  }

  private static boolean trial(Notice notice) {
    return Boolean.parseBoolean(notice.arguments().get("trial"));
  }

  private static boolean complete(String line, Map<String, String> arguments) {
    return PLACE
        .matcher(line)
        .results()
        .map(place -> argument(place, arguments))
        .noneMatch(String::isBlank);
  }

  private static String fill(String text, Map<String, String> arguments) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(argument(place, arguments)));
  }

  /** On one line, so that no argument can make a line or a header of its own; empty when absent. */
  private static String argument(MatchResult place, Map<String, String> arguments) {
    String value = arguments.getOrDefault(place.group(1), "");
    String line = UNPRINTABLE.matcher(value).replaceAll(" ").strip();
    return line.equals("-") ? "" : line;
  }
}
