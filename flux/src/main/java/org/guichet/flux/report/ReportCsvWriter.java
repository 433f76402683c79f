package org.guichet.flux.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.guichet.flux.FindingTexts;
import org.jspecify.annotations.Nullable;

/**
 * Writes the findings of a report as CSV, one a row: UTF-8, semicolons and CRLF, as French
 * spreadsheets open it without asking. A text that a spreadsheet would take for a formula has an
 * apostrophe before it. Leaves the stream open.
 */
public final class ReportCsvWriter implements ReportSink {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /** What starts a formula, in spreadsheets of the East too, or hides its start. */
  private static final String FORMULA_STARTS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final String[] COLUMNS = {
    "file",
    "code",
    "title",
    "severity",
    "line",
    "column",
    "path",
    "passage",
    "idTechnique",
    "value",
    "explanation",
    "expected",
    "mend"
  };

  private final CSVPrinter csv;
  private Locale locale = Locale.FRENCH;
  private String fileName = "";
  private @Nullable CauseHead cause;

  /**
   * @param byteOrderMark whether a byte order mark comes first; Excel takes a file without one for
   *     an ANSI one
   */
  public ReportCsvWriter(OutputStream out, boolean byteOrderMark) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    if (byteOrderMark) {
      writer.write(BYTE_ORDER_MARK);
    }
    csv =
        new CSVPrinter(
            writer,
            CSVFormat.RFC4180.builder().setDelimiter(';').setQuoteMode(QuoteMode.MINIMAL).get());
  }

  @Override
  public void head(ReportHead head) throws IOException {
    locale = Locale.forLanguageTag(head.language());
    fileName = head.fileName();
    csv.printRecord(Stream.of(COLUMNS).map(this::word));
  }

  @Override
  public void rejected(RejectedPassage passage) {
    // The rows are findings.
  }

  @Override
  public void cause(CauseHead next) throws IOException {
    tellCut();
    cause = next;
  }

  @Override
  public void finding(ReportedFinding finding) throws IOException {
    row(
        FindingTexts.severity(finding.severity(), locale),
        String.valueOf(finding.line()),
        String.valueOf(finding.column()),
        finding.path(),
        finding.passage() == 0 ? "" : String.valueOf(finding.passage()),
        finding.idTechnique(),
        finding.value(),
        finding.explanation(),
        finding.expected(),
        finding.mend());
  }

  @Override
  public void end() throws IOException {
    tellCut();
    csv.flush();
  }

  /** Says how many findings of the cause aren't there, if so. */
  private void tellCut() throws IOException {
    if (cause != null && cause.shown() < cause.findings()) {
      String cut = MessageFormat.format(word("cut"), cause.shown(), cause.findings());
      row("", "", "", "", "", "", "", cut, "", "");
    }
  }

  private void row(@Nullable String... behindCause) throws IOException {
    String code = cause == null ? "" : cause.code();
    String title = cause == null ? "" : cause.title();
    csv.printRecord(
        Stream.concat(Stream.of(fileName, code, title), Stream.of(behindCause))
            .map(ReportCsvWriter::harmless));
  }

  private static String harmless(@Nullable String cell) {
    if (cell == null || cell.isEmpty()) {
      return "";
    }
    return FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  private String word(String key) {
    return ResourceBundle.getBundle(
            "org.guichet.flux.report.csv",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
        .getString(key);
  }
}
