package org.guichet.flux.report;

import java.io.IOException;
import java.io.InputStream;

/** Reads a rich report back, in the form in which it was written; memory doesn't grow with it. */
public final class RichReportReader {
  private RichReportReader() {}

  /**
   * Reads a report in XML.
   *
   * @param report not closed
   * @throws UnreadableReportException when it isn't one, at the first place where it can be told:
   *     the sink may have been fed until then
   * @throws IOException when the bytes can't be got, or from the sink
   */
  public static void xml(InputStream report, ReportSink sink) throws IOException {
    new ReportXmlReader(new PieceLimit(report, '<')).read(sink);
  }

  /** Reads a report in JSON; otherwise as {@link #xml}. */
  public static void json(InputStream report, ReportSink sink) throws IOException {
    new ReportJsonReader(new PieceLimit(report, '"')).read(sink);
  }
}
