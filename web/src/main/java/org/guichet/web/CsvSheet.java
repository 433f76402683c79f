package org.guichet.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.guichet.platform.entity.SpreadsheetText;

/**
 * As CSV that spreadsheets open by a double click: in UTF-8 with its mark, parted as they expect it
 * in the language. A cell that a spreadsheet would take for a formula gets an apostrophe before it.
 */
public final class CsvSheet implements Sheet {
  public static final String TYPE = "text/csv;charset=UTF-8";

  private static final char MARK = '\uFEFF';
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

  private final CSVPrinter printer;
  private final ZoneId zone;

  public CsvSheet(OutputStream out, Locale language, ZoneId zone) throws IOException {
    this.zone = zone;
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(MARK);
    char separator = language.equals(Locale.FRENCH) ? ';' : ',';
    printer = new CSVPrinter(writer, CSVFormat.EXCEL.builder().setDelimiter(separator).get());
  }

  @Override
  public void head(List<String> names) throws IOException {
    row(names);
  }

  @Override
  public void row(List<?> cells) throws IOException {
    for (Object cell : cells) {
      printer.print(
          cell instanceof Instant time
              ? TIME.format(time.atZone(zone))
              : SpreadsheetText.harmless(cell.toString()));
    }
    printer.println();
  }

  @Override
  public void close() throws IOException {
    printer.close(true);
  }
}
