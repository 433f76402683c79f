package org.guichet.roster.control.keeping;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a block of rows is sought by, as texts. Terms are lines of a term, a tab and the rows that
 * have it, counted from the block's first: {@code 0-24,31}. Names are a line a row. Migration V45
 * writes the same.
 */
final class BlockText {
  private static final char LINE = '\n';
  private static final char TAB = '\t';

  private BlockText() {}

  /** Without what parts terms from their rows, and lines from each other. */
  static String plain(String term) {
    return term.replace(TAB, ' ').replace(LINE, ' ');
  }

  /** Terms with the rows that have them. */
  static String terms(Map<String, BitSet> rows) {
    StringBuilder text = new StringBuilder();
    rows.forEach(
        (term, having) -> {
          text.append(LINE).append(term).append(TAB);
          runs(text, having);
        });
    return text.toString();
  }

  private static void runs(StringBuilder text, BitSet rows) {
    int from = rows.nextSetBit(0);
    while (from >= 0) {
      int end = rows.nextClearBit(from);
      text.append(from);
      if (end - from > 1) {
        text.append('-').append(end - 1);
      }
      from = rows.nextSetBit(end);
      if (from >= 0) {
        text.append(',');
      }
    }
  }

  /** Adds the rows that have the term. */
  static void having(String terms, String term, int first, BitSet found) {
    String sought = LINE + term + TAB;
    int at = terms.indexOf(sought);
    if (at < 0) {
      return;
    }
    int from = -1;
    int number = 0;
    int next = at + sought.length();
    boolean more = true;
    while (more) {
      char sign = next < terms.length() ? terms.charAt(next) : LINE;
      next++;
      if (sign >= '0' && sign <= '9') {
        number = number * 10 + sign - '0';
      } else if (sign == '-') {
        from = number;
        number = 0;
      } else {
        found.set(first + (from < 0 ? number : from), first + number + 1);
        from = -1;
        number = 0;
        more = sign == ',';
      }
    }
  }

  /** All terms, in no order that means anything. */
  static List<String> terms(String terms) {
    List<String> all = new ArrayList<>();
    int line = 0;
    while (line < terms.length()) {
      int tab = terms.indexOf(TAB, line);
      all.add(terms.substring(line + 1, tab));
      int next = terms.indexOf(LINE, tab);
      line = next < 0 ? terms.length() : next;
    }
    return all;
  }

  /** Names row by row. */
  static String names(Collection<String> names) {
    return String.join(String.valueOf(LINE), names);
  }

  /** Adds those of the candidates whose name holds all words. */
  static void holding(String names, String[] words, int first, BitSet candidates, BitSet found) {
    int[] next = new int[words.length]; // where each word is found from here on
    int begin = 0;
    for (int row = first; begin <= names.length(); row++) {
      int end = names.indexOf(LINE, begin);
      end = end < 0 ? names.length() : end;
      if (candidates.get(row) && holds(names, words, next, begin, end)) {
        found.set(row);
      }
      begin = end + 1;
    }
  }

  /** No word is looked for twice in the same place: one pass, however rare it is. */
  private static boolean holds(String names, String[] words, int[] next, int begin, int end) {
    for (int i = 0; i < words.length; i++) {
      if (next[i] < begin || begin == 0) {
        int at = names.indexOf(words[i], begin);
        next[i] = at < 0 ? Integer.MAX_VALUE : at;
      }
      if (next[i] >= end) {
        return false;
      }
    }
    return true;
  }

  /** The names without those of some rows, counted from the block's first. */
  static String without(String names, BitSet rows) {
    String[] lines = names.split(String.valueOf(LINE), -1);
    rows.stream().filter(row -> row < lines.length).forEach(row -> lines[row] = "");
    return String.join(String.valueOf(LINE), lines);
  }
}
