package org.guichet.roster.control.reading;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;

/** Rows of the first sheet of a workbook that people see. Dates come as {@code 2015-09-01}. */
final class XlsxRows {
  /** A format that shows days: letters of dates outside of quotes and colours. */
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.");

  private XlsxRows() {}

  static void read(Path file, RawRows rows) throws IOException, UnreadableTableException {
    WorkbookGate.pass(file);
    try (ReadableWorkbook book =
            new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false));
        Stream<Row> all = sheet(book).openStream()) {
      Iterator<Row> each = all.iterator();
      while (each.hasNext()) {
        Row row = each.next();
        if (row.getCellCount() > Limits.COLUMNS) {
          throw tooWide(row);
        }
        if (!rows.row(row.getRowNum(), cells(row))) {
          return;
        }
      }
    } catch (ExcelReaderException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw broken(e);
    } catch (IOException e) { // the gate has read every byte of it, so it isn't the disk
      throw broken(e);
    } catch (NullPointerException | IllegalStateException | java.io.UncheckedIOException e) {
      throw broken(e); // the library's words for parts that are missing
    }
  }

  private static UnreadableTableException tooWide(Row row) {
    return new UnreadableTableException(
        RosterFinding.at(
            RosterCode.TOO_MANY_COLUMNS,
            row.getRowNum(),
            "",
            Integer.toString(row.getCellCount()),
            Integer.toString(Limits.COLUMNS)));
  }

  private static UnreadableTableException broken(Exception e) {
    String said = e.getMessage() == null ? "" : e.getMessage();
    return new UnreadableTableException(
        RosterFinding.at(RosterCode.WORKBOOK_BROKEN, 0, said, said));
  }

  private static Sheet sheet(ReadableWorkbook book) {
    return book.getSheets()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .orElseGet(book::getFirstSheet);
  }

  private static List<String> cells(Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    for (int column = 0; column < row.getCellCount(); column++) {
      Cell cell = row.getCell(column);
      cells.add(cell == null ? "" : text(cell));
    }
    return cells;
  }

  private static String text(Cell cell) {
    String raw = cell.getRawValue();
    if (raw == null || cell.getType() == CellType.ERROR || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER) {
      return number(cell, raw);
    }
    String text = cell.getText();
    return text == null ? raw : text;
  }

  private static String number(Cell cell, String raw) {
    String format = cell.getDataFormatString();
    try {
      if (format != null && showsDays(format)) {
        LocalDateTime date = cell.asDate();
        return date == null ? raw : date.toLocalDate().toString();
      }
      return new BigDecimal(raw).stripTrailingZeros().toPlainString();
    } catch (NumberFormatException | DateTimeException e) {
      return raw;
    }
  }

  private static boolean showsDays(String format) {
    String letters = QUOTED.matcher(format).replaceAll("");
    return letters.indexOf('y') >= 0
        || letters.indexOf('Y') >= 0
        || letters.indexOf('d') >= 0
        || letters.contains("jj");
  }
}
