package org.guichet.flux.cli;

import org.guichet.flux.Finding;
import org.guichet.flux.cli.SourceText.Part;
import org.jspecify.annotations.Nullable;

/**
 * The place of a finding within a line: what is to be underlined.
 *
 * @param text the line, or the part of it, with an ellipsis where it is cut
 * @param from index of the first character that is meant
 * @param length at least 1
 */
record Snippet(String text, int from, int length) {
  private static final String CUT = "…";

  /** How far before its column a value may start: the parser says where the element has ended. */
  private static final int CLOSING_TAG = 80;

  static Snippet of(Finding finding, Part part) {
    String before = part.from() > 1 ? CUT : "";
    String text = before + part.text() + (part.ends() ? "" : CUT);
    int at = finding.column() == 0 ? -1 : finding.column() - part.from() + before.length();
    int[] mark = mark(text, at, finding.value());
    return new Snippet(text, mark[0], Math.max(1, mark[1]));
  }

  private static int[] mark(String text, int at, @Nullable String value) {
    if (at < 0) {
      int first = text.length() - text.stripLeading().length();
      return new int[] {first, text.strip().length()};
    }
    int place = Math.min(at, text.length());
    if (value != null && !value.isEmpty()) {
      if (text.startsWith(value, place)) {
        return new int[] {place, value.length()};
      }
      int start = text.lastIndexOf(value, Math.max(0, place - 1));
      if (start >= 0 && place - start - value.length() <= CLOSING_TAG) {
        return new int[] {start, value.length()};
      }
    }
    int open = place > 0 && text.charAt(place - 1) == '>' ? text.lastIndexOf('<', place - 1) : -1;
    if (open < 0) {
      return new int[] {Math.max(0, place - 1), 1};
    }
    int start = startTag(text, open, place);
    return new int[] {start, place - start};
  }

  /** Of an end tag the start tag, where it stands on the line; else the tag itself. */
  private static int startTag(String text, int open, int place) {
    if (!text.startsWith("</", open)) {
      return open;
    }
    int start = text.lastIndexOf("<" + text.substring(open + 2, place - 1), open - 1);
    return start < 0 ? open : start;
  }
}
