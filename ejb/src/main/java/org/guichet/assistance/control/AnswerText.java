package org.guichet.assistance.control;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a mail what somebody wrote in it, leaving aside the mail that it answers. When in
 * doubt (answers between quoted lines, nothing above a quote) all of it stays: losing what somebody
 * said is worse than repeating what we did.
 */
public final class AnswerText {
  /** How programs begin what they quote, line by line or as headers of the original. */
  private static final List<Pattern> BEGINNINGS =
      List.of(
          Pattern.compile(
              "-{2,}\\s*(Message d['’]origine|Message transféré|Original Message|"
                  + "Forwarded message)\\s*-{2,}.*",
              Pattern.CASE_INSENSITIVE),
          Pattern.compile("_{10,}"));

  /**
   * “Le 22 novembre 2026 à 14:05, Guichet <…> a écrit :”, and as English programs say it: with a
   * time or an address, as people rarely do.
   */
  private static final Pattern ATTRIBUTION =
      Pattern.compile(
          "(?s)(Le|On|Am)\\s(?=.{0,400}[0-9@]).{4,400}(a écrit|wrote|schrieb)[\\s\\u00a0\\u202f]*:\\s*",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern FROM =
      Pattern.compile("\\*?(De|From|Von)\\*?[\\s\\u00a0]*:\\*?\\s.*", Pattern.CASE_INSENSITIVE);
  private static final Pattern SENT =
      Pattern.compile(
          "\\*?(Envoyé|Date|Sent|Gesendet|À|To|An)( le)?\\*?[\\s\\u00a0]*:\\*?\\s.*",
          Pattern.CASE_INSENSITIVE);
  private static final int ATTRIBUTION_LINES = 4;
  private static final String QUOTE = ">";

  private AnswerText() {}

  /** What is new in it; all of it where that can't be told. Empty only when all is. */
  public static String of(String mail) {
    List<String> lines = mail.strip().lines().toList();
    int end = lines.size();
    for (int i = 0; i < lines.size(); i++) {
      if (begins(lines, i)) {
        end = i;
        break;
      }
    }
    String above = String.join("\n", lines.subList(0, withoutQuoteAtItsEnd(lines, end))).strip();
    return above.isEmpty() ? mail.strip() : above;
  }

  /** Whether what follows is the original as it was sent, with a mark or its headers before it. */
  private static boolean begins(List<String> lines, int i) {
    String line = lines.get(i).strip();
    if (BEGINNINGS.stream().anyMatch(mark -> mark.matcher(line).matches())) {
      return !line.startsWith("_") || headers(lines, i + 1);
    }
    return headers(lines, i) || (attributes(lines, i) && nothingNewAfter(lines, i));
  }

  private static boolean headers(List<String> lines, int i) {
    return i + 1 < lines.size()
        && FROM.matcher(lines.get(i).strip()).matches()
        && SENT.matcher(lines.get(i + 1).strip()).matches();
  }

  /** Whether a sentence begins here that says who wrote what follows; programs break it. */
  private static boolean attributes(List<String> lines, int i) {
    return attributionEnd(lines, i) > i;
  }

  /** The line after that sentence; the same line where none begins. */
  private static int attributionEnd(List<String> lines, int i) {
    StringBuilder sentence = new StringBuilder();
    for (int n = i; n < Math.min(lines.size(), i + ATTRIBUTION_LINES); n++) {
      sentence.append(lines.get(n).strip()).append(' ');
      if (ATTRIBUTION.matcher(sentence).matches()) {
        return n + 1;
      }
    }
    return i;
  }

  /** Whether only quoted lines come after the sentence, or none is marked as quoted at all. */
  private static boolean nothingNewAfter(List<String> lines, int i) {
    List<String> after =
        lines.subList(attributionEnd(lines, i), lines.size()).stream()
            .filter(line -> !line.isBlank())
            .toList();
    return after.stream().noneMatch(AnswerText::quoted) || !newAfterQuote(after);
  }

  private static boolean newAfterQuote(List<String> lines) {
    for (String line : lines) {
      if (line.strip().equals("--")) {
        return false; // a signature
      }
      if (!quoted(line)) {
        return true;
      }
    }
    return false;
  }

  private static boolean quoted(String line) {
    return line.stripLeading().startsWith(QUOTE);
  }

  /** Quoted lines at the very end say nothing new, whoever forgot to say whose they are. */
  private static int withoutQuoteAtItsEnd(List<String> lines, int end) {
    int last = end;
    while (last > 0 && (lines.get(last - 1).isBlank() || quoted(lines.get(last - 1)))) {
      last--;
    }
    return last;
  }
}
