package org.guichet.roster.control;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.guichet.platform.entity.SpreadsheetText;
import org.guichet.roster.control.reading.TableFile;
import org.guichet.roster.control.reading.TableSink;
import org.guichet.roster.entity.RosterFinding;
import org.guichet.roster.entity.SourceRow;
import org.guichet.roster.entity.TableShape;

/**
 * The rows of a file that can't be imported, as a file: its own columns, the line and the reason.
 * Corrected, it is dropped again; those two columns are then known and ignored.
 */
public final class ErrorRows {
  private static final char MARK = '\uFEFF';

  private ErrorRows() {}

  /**
   * Writes them in the order of the file, as French spreadsheets open them. Leaves the stream open.
   *
   * @param findings of the rows wanted, by line
   */
  public static void write(
      Path file,
      TableShape shape,
      Map<Long, List<RosterFinding>> findings,
      Locale language,
      OutputStream out)
      throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(MARK);
    CSVPrinter csv = new CSVPrinter(writer, CSVFormat.EXCEL.builder().setDelimiter(';').get());
    List<String> head = new ArrayList<>(shape.headers());
    head.add(RosterTexts.text("report.line", language));
    head.add(RosterTexts.text("report.reason", language));
    csv.printRecord(head.stream().map(SpreadsheetText::harmless));
    List<IOException> failed = new ArrayList<>();
    new TableFile(file)
        .read(
            shape,
            new TableSink() {
              @Override
              public void row(SourceRow row) {
                List<RosterFinding> about = findings.get(row.line());
                if (about != null && failed.isEmpty()) {
                  try {
                    csv.printRecord(cells(row, shape.headers().size(), about, language));
                  } catch (IOException e) {
                    failed.add(e);
                  }
                }
              }

              @Override
              public void finding(RosterFinding finding) {
                // Told before: the file was read for the plan.
              }
            });
    if (!failed.isEmpty()) {
      throw failed.get(0);
    }
    csv.flush();
  }

  private static List<String> cells(
      SourceRow row, int width, List<RosterFinding> about, Locale language) {
    List<String> cells = new ArrayList<>(width + 2);
    for (int column = 0; column < width; column++) {
      cells.add(SpreadsheetText.harmless(row.cell(column)));
    }
    cells.add(Long.toString(row.line()));
    cells.add(
        String.join(
            " ",
            about.stream()
                .filter(RosterFinding::blocks)
                .map(f -> f.code().number() + " " + RosterTexts.what(f, language))
                .toList()));
    return cells;
  }
}
