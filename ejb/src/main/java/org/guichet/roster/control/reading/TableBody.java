package org.guichet.roster.control.reading;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.SourceRow;
import org.guichet.roster.entity.TableShape;

/** Hands on what stands under the header, up to a second table. */
final class TableBody implements RawRows {
  /** How the table of host organisations begins that an export may end with. */
  private static final String SECOND_TABLE = "intitule";

  private final TableShape shape;
  private final TableSink sink;
  private int rows;
  private boolean unreadableTold;
  private long secondTable;
  private int secondRows;

  TableBody(TableShape shape, TableSink sink) {
    this.shape = shape;
    this.sink = sink;
  }

  @Override
  public boolean row(long line, List<String> cells) {
    if (line <= shape.headerLine().value()) {
      return true;
    }
    SourceRow row = new SourceRow(line, cells);
    if (row.isBlank()) {
      return true;
    }
    if (secondTable > 0 || beginsSecondTable(row)) {
      secondTable = secondTable > 0 ? secondTable : line;
      secondRows++;
      return true;
    }
    if (isHeader(row)) {
      sink.finding(RosterFinding.at(RosterCode.HEADER_AGAIN, line, ""));
      return true;
    }
    rows++;
    if (rows > Limits.ROWS) {
      sink.finding(
          RosterFinding.at(RosterCode.TOO_MANY_ROWS, line, "", Integer.toString(Limits.ROWS)));
      return false;
    }
    tellUnreadable(row);
    sink.row(row);
    return sink.wantsMore();
  }

  /** Nothing more comes. */
  void end() {
    if (secondTable > 0) {
      sink.finding(
          RosterFinding.at(RosterCode.SECOND_TABLE, secondTable, "", Integer.toString(secondRows)));
    } else if (rows == 0) {
      sink.finding(RosterFinding.at(RosterCode.NO_ROWS, shape.headerLine().value(), ""));
    }
  }

  private static boolean beginsSecondTable(SourceRow row) {
    String cell = row.cell(0);
    String first = cell.strip();
    return (first.startsWith("I") || first.startsWith("i"))
        && first.length() >= SECOND_TABLE.length()
        && first.length() <= SECOND_TABLE.length() + 4
        && Normalizer.normalize(first.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("[^a-z]", "")
            .equals(SECOND_TABLE);
  }

  private boolean isHeader(SourceRow row) {
    List<String> headers = shape.headers();
    if (headers.isEmpty() || !row.cell(0).equals(headers.get(0))) {
      return false;
    }
    for (int column = 1; column < headers.size(); column++) {
      if (!row.cell(column).equals(headers.get(column))) {
        return false;
      }
    }
    return true;
  }

  private void tellUnreadable(SourceRow row) {
    if (unreadableTold) {
      return;
    }
    for (String cell : row.cells()) {
      if (cell.indexOf('\uFFFD') >= 0) {
        unreadableTold = true;
        sink.finding(RosterFinding.at(RosterCode.UNREADABLE_CHARACTERS, row.line(), cell));
        return;
      }
    }
  }
}
