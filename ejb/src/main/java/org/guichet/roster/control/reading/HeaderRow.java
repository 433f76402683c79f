package org.guichet.roster.control.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.guichet.roster.entity.Guess;
import org.guichet.roster.entity.Guess.Reason;
import org.guichet.roster.entity.SourceRow;
import org.jspecify.annotations.Nullable;

/** Which row says what the columns are. */
final class HeaderRow {
  /** Titles stand above it; nobody writes more of them. */
  private static final int LOOKED_AT = 30;

  private HeaderRow() {}

  static Guess<Long> guess(List<SourceRow> rows, @Nullable Long wanted, Predicate<String> known) {
    if (wanted != null) {
      return new Guess<>(wanted, Reason.CHOSEN);
    }
    int most = mostKnown(rows, known);
    if (most > 0) {
      for (SourceRow row : rows.subList(0, Math.min(LOOKED_AT, rows.size()))) {
        if (known(row, known) == most) {
          return new Guess<>(row.line(), Reason.KNOWN_HEADERS);
        }
      }
    }
    int width = rows.stream().mapToInt(HeaderRow::filled).max().orElse(0);
    for (SourceRow row : rows) {
      if (filled(row) > 0 && filled(row) * 10 >= width * 6) {
        return new Guess<>(row.line(), Reason.FIRST_FULL_ROW);
      }
    }
    return new Guess<>(1L, Reason.FIRST_FULL_ROW);
  }

  /** How many headers the row has that has most that are known. */
  static int mostKnown(List<SourceRow> rows, Predicate<String> known) {
    int most = 0;
    for (SourceRow row : rows.subList(0, Math.min(LOOKED_AT, rows.size()))) {
      most = Math.max(most, known(row, known));
    }
    return most;
  }

  /** The words of the header; where rows are filled beyond it, empty ones for those columns. */
  static List<String> headers(SourceRow header, List<SourceRow> rows) {
    int width = filledUpTo(header);
    List<String> headers = new ArrayList<>(header.cells().subList(0, width));
    int widest = width;
    for (SourceRow row : rows) {
      if (row.line() > header.line() && row.cells().size() <= header.cells().size()) {
        widest = Math.max(widest, filledUpTo(row));
      }
    }
    while (headers.size() < widest) {
      headers.add("");
    }
    return headers;
  }

  private static int known(SourceRow row, Predicate<String> known) {
    int count = 0;
    for (String cell : row.cells()) {
      if (!cell.isBlank() && known.test(cell)) {
        count++;
      }
    }
    return count;
  }

  private static int filled(SourceRow row) {
    return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }

  private static int filledUpTo(SourceRow row) {
    int width = row.cells().size();
    while (width > 0 && row.cells().get(width - 1).isBlank()) {
      width--;
    }
    return width;
  }
}
