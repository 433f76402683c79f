package org.guichet.web;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** As a workbook of one sheet, whose first row stays in sight; texts are texts, times are times. */
public final class XlsxSheet implements Sheet {
  public static final String TYPE =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private static final int KEPT = 100;
  private static final String TIME = "yyyy-mm-dd hh:mm";

  private final Workbook book;
  private final Worksheet sheet;
  private final ZoneId zone;
  private int next;

  public XlsxSheet(OutputStream out, String name, ZoneId zone) {
    this.zone = zone;
    book = new Workbook(out, "Guichet", null);
    sheet = book.newWorksheet(name);
  }

  @Override
  public void head(List<String> names) throws IOException {
    sheet.freezePane(0, 1);
    for (int column = 0; column < names.size(); column++) {
      sheet.inlineString(next, column, names.get(column));
      sheet.style(next, column).bold().set();
    }
    next++;
  }

  @Override
  public void row(List<?> cells) throws IOException {
    int column = 0;
    for (Object cell : cells) {
      if (cell instanceof Instant time) {
        sheet.value(next, column, time.atZone(zone).toLocalDateTime());
        sheet.style(next, column).format(TIME).set();
      } else {
        sheet.inlineString(next, column, cell.toString());
      }
      column++;
    }
    next++;
    if (next % KEPT == 0) {
      sheet.flush();
    }
  }

  @Override
  public void close() throws IOException {
    book.close();
  }
}
