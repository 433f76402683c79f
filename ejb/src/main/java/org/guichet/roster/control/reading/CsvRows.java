package org.guichet.roster.control.reading;

import java.io.BufferedInputStream;
import java.io.FilterReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.guichet.roster.entity.RosterCode;
import org.guichet.roster.entity.RosterFinding;

/**
 * Rows of separated text. A backslash is a letter like any other; what follows a closing quote
 * belongs to the cell.
 */
final class CsvRows {
  private static final char MARK = '\uFEFF';

  private CsvRows() {}

  static void read(Path file, Charset charset, char separator, RawRows rows)
      throws IOException, UnreadableTableException {
    try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      read(new InputStreamReader(bytes, charset), separator, false, rows);
    }
  }

  /**
   * Reads all there is.
   *
   * @param cut whether the text may end within a quote, because it is only a beginning
   */
  static void read(Reader text, char separator, boolean cut, RawRows rows)
      throws IOException, UnreadableTableException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(separator)
            .setIgnoreEmptyLines(false)
            .setTrailingData(true)
            .setLenientEof(cut)
            .get();
    Watched watched = new Watched(text);
    long begins = 1;
    try (CSVParser parser = CSVParser.builder().setReader(watched).setFormat(format).get()) {
      Iterator<CSVRecord> records = parser.iterator();
      boolean first = true;
      while (records.hasNext()) {
        watched.rowTaken();
        String[] cells = records.next().values();
        if (first && cells.length > 0) {
          cells[0] = withoutMark(cells[0]);
        }
        first = false;
        long ends = parser.getCurrentLineNumber();
        check(begins, ends, cells);
        if (!rows.row(begins, Arrays.asList(cells))) {
          return;
        }
        begins = ends + 1;
      }
    } catch (UncheckedIOException | IllegalStateException e) { // what an iterator may throw
      throw unreadable(e.getCause() instanceof IOException io ? io : new IOException(e), begins);
    } catch (IOException e) {
      throw unreadable(e, begins);
    }
  }

  private static void check(long begins, long ends, String[] cells)
      throws UnreadableTableException {
    if (ends - begins > Limits.ROW_LINES) {
      throw new UnreadableTableException(unclosed(begins));
    }
    if (cells.length > Limits.COLUMNS) {
      throw new UnreadableTableException(
          RosterFinding.at(
              RosterCode.TOO_MANY_COLUMNS,
              begins,
              "",
              Integer.toString(cells.length),
              Integer.toString(Limits.COLUMNS)));
    }
  }

  private static String withoutMark(String cell) {
    return !cell.isEmpty() && cell.charAt(0) == MARK ? cell.substring(1) : cell;
  }

  private static UnreadableTableException unreadable(IOException e, long line) throws IOException {
    if (e instanceof RowTooLongException) {
      return new UnreadableTableException(
          RosterFinding.at(
              RosterCode.ROW_TOO_LONG, line, "", Integer.toString(Limits.ROW_CHARACTERS)));
    }
    if (e instanceof CSVException) {
      return new UnreadableTableException(unclosed(line));
    }
    throw e;
  }

  private static RosterFinding unclosed(long line) {
    return RosterFinding.at(RosterCode.UNCLOSED_QUOTE, line, "");
  }

  private static final class RowTooLongException extends IOException {
    private static final long serialVersionUID = 1;
  }

  /** Counts what goes into a row, since the parser would collect without an end. */
  private static final class Watched extends FilterReader {
    private int characters;

    Watched(Reader in) {
      super(in);
    }

    void rowTaken() {
      characters = 0;
    }

    @Override
    public int read() throws IOException {
      count(1);
      return super.read();
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int read = super.read(buffer, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int more) throws RowTooLongException {
      characters += more;
      if (characters > Limits.ROW_CHARACTERS) {
        throw new RowTooLongException();
      }
    }
  }
}
