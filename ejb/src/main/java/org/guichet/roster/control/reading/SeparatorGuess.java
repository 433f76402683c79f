package org.guichet.roster.control.reading;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.guichet.roster.entity.Guess;
import org.guichet.roster.entity.Guess.Reason;
import org.guichet.roster.entity.ReadingWishes;
import org.guichet.roster.entity.SourceRow;

/**
 * What parts the cells of a text: what makes most known headers of it; where no header is known,
 * what makes its rows most alike.
 *
 * @param rows the first ones, parted so
 */
record SeparatorGuess(Guess<Character> separator, List<SourceRow> rows) {
  /** What may part cells, in the order in which equals are preferred. */
  private static final char[] OFFERED = {';', '\t', ',', '|'};

  private static final String DECLARATION = "sep=";
  private static final int LOOKED_AT = 300;
  private static final int HEADER_COUNTS = 1_000;

  static SeparatorGuess of(String beginning, ReadingWishes wishes, Predicate<String> known)
      throws IOException, UnreadableTableException {
    Character wanted = wishes.separator();
    if (wanted != null) {
      return new SeparatorGuess(new Guess<>(wanted, Reason.CHOSEN), rows(beginning, wanted));
    }
    if (beginning.startsWith(DECLARATION) && beginning.length() > DECLARATION.length()) {
      char declared = beginning.charAt(DECLARATION.length());
      if (declared != '"' && declared != '\r' && declared != '\n') {
        return new SeparatorGuess(
            new Guess<>(declared, Reason.DECLARED), rows(beginning, declared));
      }
    }
    SeparatorGuess best = null;
    int most = -1;
    for (char separator : OFFERED) {
      List<SourceRow> rows = rows(beginning, separator);
      int headers = HeaderRow.mostKnown(rows, known);
      int score = headers * HEADER_COUNTS + regularity(rows);
      if (score > most) {
        most = score;
        best =
            new SeparatorGuess(
                new Guess<>(separator, headers > 1 ? Reason.KNOWN_HEADERS : Reason.MOST_REGULAR),
                rows);
      }
    }
    return best == null
        ? new SeparatorGuess(new Guess<>(OFFERED[0], Reason.MOST_REGULAR), List.of())
        : best;
  }

  private static List<SourceRow> rows(String text, char separator)
      throws IOException, UnreadableTableException {
    List<SourceRow> rows = new ArrayList<>();
    try {
      CsvRows.read(
          new StringReader(text),
          separator,
          true,
          (line, cells) -> {
            rows.add(new SourceRow(line, cells));
            return rows.size() < LOOKED_AT;
          });
    } catch (UnreadableTableException e) {
      if (rows.isEmpty()) {
        throw e;
      }
    }
    return rows;
  }

  /** From 0: how many of a hundred rows have the commonest width, if that is more than one. */
  private static int regularity(List<SourceRow> rows) {
    Map<Integer, Integer> widths = new HashMap<>();
    int all = 0;
    for (SourceRow row : rows) {
      if (!row.isBlank()) {
        widths.merge(row.cells().size(), 1, Integer::sum);
        all++;
      }
    }
    int best = 0;
    for (Map.Entry<Integer, Integer> width : widths.entrySet()) {
      if (width.getKey() > 1) {
        best = Math.max(best, width.getValue() * 100 / all + Math.min(width.getKey(), 20));
      }
    }
    return best;
  }
}
