package org.guichet.flux.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.guichet.flux.report.ReportCsvWriter;
import org.guichet.flux.report.RichReport;

/** The findings of all files in one table: its header row comes once. */
final class CsvReport implements Report {
  private final OutputStream out;
  private final Locale locale;
  private boolean started;

  CsvReport(OutputStream out, Locale locale) {
    this.out = out;
    this.locale = locale;
  }

  @Override
  public void file(Checked checked) throws IOException {
    OutputStream table = started ? new WithoutFirstLine(out) : out;
    ReportCsvWriter writer = new ReportCsvWriter(table, !started);
    started = true;
    RichReport.write(checked.analysis(), locale, RichReport.ALL, writer);
  }

  private static final class WithoutFirstLine extends FilterOutputStream {
    private boolean behind;

    WithoutFirstLine(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      if (behind) {
        out.write(b);
      } else {
        behind = b == '\n';
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      int from = offset;
      while (!behind && from < offset + length) {
        behind = bytes[from] == '\n';
        from++;
      }
      out.write(bytes, from, offset + length - from);
    }
  }
}
