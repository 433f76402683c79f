package org.guichet.flux.report;

import java.io.IOException;

/** What was to be read back isn't a report. */
public final class UnreadableReportException extends IOException {
  private static final long serialVersionUID = 1L;

  UnreadableReportException(String message) {
    super(message);
  }

  UnreadableReportException(Throwable cause) {
    super("This isn't a report of an analysis: " + cause.getMessage(), cause);
  }
}
