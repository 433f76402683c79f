package org.guichet.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.guichet.platform.entity.Page;
import org.guichet.platform.entity.PageRequest;

/**
 * The answer to who wants a table as a file: CSV where the address ends so, else XLSX.
 *
 * @param zone in which times are written
 */
public record SheetFile(
    HttpServletRequest request, HttpServletResponse response, Texts texts, ZoneId zone) {
  /**
   * Begins the file. What it holds must have been allowed before: a refusal can't be told any more.
   *
   * @param name of the file, without its ending
   * @param title of the table in a workbook
   */
  public Sheet begin(String name, String title) throws IOException {
    boolean csv = request.getServletPath().endsWith(".csv");
    response.setContentType(csv ? CsvSheet.TYPE : XlsxSheet.TYPE);
    response.setHeader(
        "Content-Disposition",
        "attachment; filename=\"%s.%s\"".formatted(name, csv ? "csv" : "xlsx"));
    return csv
        ? new CsvSheet(response.getOutputStream(), texts.language(), zone)
        : new XlsxSheet(response.getOutputStream(), title, zone);
  }

  /**
   * Writes a whole list, part by part as it is read. A part that isn't full is the last.
   *
   * @param first the part that begins with the first row
   * @param parts the part of at most {@value PageRequest#LARGEST} rows that begins at an index
   * @param cells of one row
   */
  public static <T> void write(
      Sheet sheet, Page<T> first, IntFunction<Page<T>> parts, Function<? super T, List<?>> cells)
      throws IOException {
    List<T> rows = first.rows();
    int written = 0;
    while (!rows.isEmpty()) {
      for (T row : rows) {
        sheet.row(cells.apply(row));
      }
      written += rows.size();
      rows = rows.size() < PageRequest.LARGEST ? List.of() : parts.apply(written).rows();
    }
  }
}
