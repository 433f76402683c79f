package org.guichet.notice.control;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.guichet.notice.control.MailContent.Fact;
import org.guichet.notice.control.MailContent.Form;
import org.guichet.notice.entity.Notice;

/**
 * The words of notices. A text quotes an argument as {@code {name}}, and the word for its value as
 * {@code {word.name}}; a line of a body that quotes an absent one (none, blank or a mere dash) is
 * left out. In a body, {@code label|value} is a fact, a line that begins with {@code !} says what
 * to do, and {@code #table} stands for the table, {@code #text} for the argument {@code text},
 * whose lines stay paragraphs. With the argument {@code trial=true}, subject and body are marked;
 * with {@code answerable=true}, the mail says that answering it is possible. French is written to
 * whoever reads a language that isn't there.
 */
public final class NoticeTexts {
  private static final Pattern PLACE = Pattern.compile("\\{(word\\.)?([A-Za-z0-9]+)}");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]+");
  private static final String TO_DO = "!";
  private static final String TABLE = "#table";
  private static final String TEXT = "#text";

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

  /** All that the mail says. */
  MailContent content(Notice notice) {
    return new MailContent(
        language(),
        subject(notice),
        tone(notice.template()),
        trial(notice) ? bundle.getString("trial.body") : null,
        blocks(notice),
        bundle.getString(answerable(notice) ? "footer.answerable" : "footer"));
  }

  private List<MailContent.Block> blocks(Notice notice) {
    List<MailContent.Block> blocks = new ArrayList<>();
    List<Fact> facts = new ArrayList<>();
    for (String line : bundle.getString(notice.template() + ".body").split("\n", -1)) {
      int bar = line.indexOf('|');
      if (bar < 0 && !facts.isEmpty()) {
        blocks.add(new MailContent.Facts(facts));
        facts = new ArrayList<>();
      }
      if (line.equals(TABLE)) {
        blocks.add(table(notice));
      } else if (line.equals(TEXT)) {
        blocks.addAll(text(notice.arguments().getOrDefault("text", "")));
      } else if (!line.isBlank() && complete(line, notice.arguments())) {
        if (bar > 0) {
          facts.add(fact(line.substring(0, bar), line.substring(bar + 1), notice.arguments()));
        } else {
          blocks.add(paragraph(line, notice.arguments()));
        }
      }
    }
    if (!facts.isEmpty()) {
      blocks.add(new MailContent.Facts(facts));
    }
    return blocks;
  }

  private MailContent.Paragraph paragraph(String line, Map<String, String> arguments) {
    boolean toDo = line.startsWith(TO_DO);
    String sentence = toDo ? line.substring(TO_DO.length()).strip() : line;
    return new MailContent.Paragraph(fill(sentence, arguments), toDo);
  }

  private Fact fact(String label, String value, Map<String, String> arguments) {
    Form form =
        switch (value) {
          case "{publicUrl}", "{link}" -> Form.LINK;
          case "{sha256}" -> Form.DIGEST;
          default -> Form.PLAIN;
        };
    return new Fact(label, bundle.getString("separator"), fill(value, arguments), form);
  }

  /** What somebody wrote: nothing in it is a place, a fact or a line to do. */
  private static List<MailContent.Paragraph> text(String written) {
    return written
        .lines()
        .map(line -> UNPRINTABLE.matcher(line).replaceAll(" ").strip())
        .filter(line -> !line.isEmpty())
        .map(line -> new MailContent.Paragraph(line, false))
        .toList();
  }

  private MailContent.Table table(Notice notice) {
    String[] cells = bundle.getString(notice.template() + ".row").split("\\|", -1);
    return new MailContent.Table(
        List.of(bundle.getString(notice.template() + ".titles").split("\\|", -1)),
        bundle.getString("separator"),
        notice.rows().stream()
            .map(row -> Arrays.stream(cells).map(cell -> fill(cell, row).strip()).toList())
            .toList());
  }

  private static MailContent.Tone tone(String template) {
    return switch (template) {
      case "receipt.reception.ok", "receipt.processing.accepted", "roster.dropped.APPLIED" ->
          MailContent.Tone.GOOD;
      case "receipt.processing.partly",
          "upload.incomplete",
          "upload.incomplete.people",
          "upload.incomplete.portal",
          "upload.expired",
          "roster.dropped.DRAFT" ->
          MailContent.Tone.MIXED;
      case "receipt.reception.ko",
          "receipt.processing.refused",
          "receipt.processing.rejected",
          "roster.dropped.FAILED",
          "roster.dropped.REFUSED" ->
          MailContent.Tone.BAD;
      default -> MailContent.Tone.NEUTRAL;
    };
  }

  private static boolean trial(Notice notice) {
    return Boolean.parseBoolean(notice.arguments().get("trial"));
  }

  /** Whether somebody reads answers to this mail. */
  boolean answerable(Notice notice) {
    return Boolean.parseBoolean(notice.arguments().get("answerable"));
  }

  private boolean complete(String line, Map<String, String> arguments) {
    return PLACE
        .matcher(line)
        .results()
        .map(place -> argument(place, arguments))
        .noneMatch(String::isBlank);
  }

  private String fill(String text, Map<String, String> arguments) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(argument(place, arguments)));
  }

  /** On one line, so that no argument can make a line or a header of its own; empty when absent. */
  private String argument(MatchResult place, Map<String, String> arguments) {
    String value = arguments.getOrDefault(place.group(2), "");
    String line = UNPRINTABLE.matcher(value).replaceAll(" ").strip();
    if (place.group(1) != null) {
      return bundle.containsKey("word." + line) ? bundle.getString("word." + line) : line;
    }
    return line.equals("-") ? "" : line;
  }
}
