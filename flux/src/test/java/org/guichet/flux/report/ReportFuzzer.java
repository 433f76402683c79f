package org.guichet.flux.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for the reading of any bytes as a report: they are read or refused, and what is
 * read comes back when it is written in either form. Jazzer calls it with bytes of its own.
 */
public final class ReportFuzzer {
  private ReportFuzzer() {}

  public static void fuzzerTestOneInput(byte[] bytes) throws IOException {
    CollectedReport xml = read(bytes, RichReportReader::xml);
    if (xml != null) {
      comesBack(xml);
    }
    CollectedReport json = read(bytes, RichReportReader::json);
    if (json != null) {
      byte[] written = written(json, ReportJsonWriter::new);
      assertThat(told(written, RichReportReader::json)).isEqualTo(json.told);
      // XML can't hold all that JSON can: what it makes of it is what must come back.
      byte[] legal = written(json, ReportXmlWriter::new);
      comesBack(Objects.requireNonNull(read(legal, RichReportReader::xml)));
    }
  }

  private static void comesBack(CollectedReport report) throws IOException {
    assertThat(told(written(report, ReportXmlWriter::new), RichReportReader::xml))
        .isEqualTo(report.told);
    assertThat(told(written(report, ReportJsonWriter::new), RichReportReader::json))
        .isEqualTo(report.told);
  }

  private interface Form {
    void read(InputStream bytes, ReportSink sink) throws IOException;
  }

  private interface Writer {
    ReportSink to(OutputStream out) throws IOException;
  }

  private static @Nullable CollectedReport read(byte[] bytes, Form form) throws IOException {
    CollectedReport report = new CollectedReport();
    try {
      form.read(new ByteArrayInputStream(bytes), report);
      return report;
    } catch (UnreadableReportException e) {
      return null;
    }
  }

  private static Object told(byte[] bytes, Form form) throws IOException {
    CollectedReport report = new CollectedReport();
    form.read(new ByteArrayInputStream(bytes), report);
    return report.told;
  }

  private static byte[] written(CollectedReport report, Writer form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    report.tell(form.to(out));
    return out.toByteArray();
  }
}
