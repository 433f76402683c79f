package org.guichet.flux.report;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.guichet.flux.analysis.Visitor;
import org.jspecify.annotations.Nullable;

/** A report in XML or JSON that can be read as often as wanted. */
public final class ReportSource {
  /** Opens the report anew; the reader closes it. */
  @FunctionalInterface
  public interface Opener {
    InputStream open() throws IOException;
  }

  /** Reads a form of reports; the readers of {@link RichReportReader} do. */
  @FunctionalInterface
  public interface Form {
    void read(InputStream report, ReportSink sink) throws IOException;
  }

  private final Opener opener;
  private final Form form;

  /**
   * @param form {@code RichReportReader::xml} or {@code RichReportReader::json}
   */
  public ReportSource(Opener opener, Form form) {
    this.opener = opener;
    this.form = form;
  }

  ReportHead head() throws IOException {
    Reading reading = new Reading(passage -> {});
    read(reading);
    return Objects.requireNonNull(reading.head); // else it isn't a report, and that is thrown
  }

  void rejected(Visitor<ReportSink.RejectedPassage> visitor) throws IOException {
    read(new Reading(visitor));
  }

  private void read(Reading reading) throws IOException {
    try (InputStream report = opener.open()) {
      form.read(report, reading);
    }
  }

  private static final class Reading implements ReportSink {
    private final Visitor<RejectedPassage> visitor;
    private @Nullable ReportHead head;

    Reading(Visitor<RejectedPassage> visitor) {
      this.visitor = visitor;
    }

    @Override
    public void head(ReportHead told) {
      head = told;
    }

    @Override
    public void rejected(RejectedPassage passage) throws IOException {
      visitor.visit(passage);
    }

    @Override
    public void cause(CauseHead cause) {
      // Only passages are asked for.
    }

    @Override
    public void finding(ReportedFinding finding) {
      // Only passages are asked for.
    }

    @Override
    public void end() {
      // Nothing is left open.
    }
  }
}
