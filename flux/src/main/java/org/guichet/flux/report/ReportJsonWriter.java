package org.guichet.flux.report;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.flux.Dimension;
import org.guichet.flux.FluxHeader;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report as JSON in UTF-8, by the schema {@code
 * org/guichet/flux/schema/analysis-1.0.schema.json}. Leaves the stream open.
 */
public final class ReportJsonWriter implements ReportSink {
  /** What the member {@code format} says. */
  static final String FORMAT = "guichet-analysis";

  static final String VERSION = "1.0";

  private final Kept out;
  private final JsonGenerator json;
  private boolean listing; // the rejected passages
  private boolean inCause;

  public ReportJsonWriter(OutputStream out) {
    this.out = new Kept(out);
    this.json = Json.createGenerator(this.out);
  }

  @Override
  public void head(ReportHead head) throws IOException {
    json.writeStartObject();
    json.write("format", FORMAT);
    json.write("version", VERSION);
    json.write("language", head.language());
    json.write("file", head.fileName());
    json.write("mode", head.mode().name());
    json.write("outcome", head.outcome().name());
    json.write("schemaValid", head.schemaValid());
    json.write("reading", head.reading().name());
    json.write("encoding", head.encoding());
    header(head.header());
    json.write("passages", head.passages());
    json.write("accepted", head.accepted());
    json.write("rejected", head.rejected());
    json.writeStartObject("scores");
    for (Map.Entry<Dimension, Double> score : new TreeMap<>(head.scores()).entrySet()) {
      json.write(score.getKey().name(), score.getValue());
    }
    json.writeEnd();
    json.writeStartArray("summary");
    for (ReportHead.Cause cause : head.causes()) {
      cause(cause, head.passages());
    }
    json.writeEnd();
    json.writeStartArray("rejectedPassages");
    listing = true;
    out.rethrow();
  }

  private void header(FluxHeader header) {
    json.writeStartObject("header");
    text("idFlux", header.idFlux());
    json.write("action", header.action().name());
    text("issuer", header.issuer());
    text("certifier", header.certifier());
    text("contract", header.contract());
    json.writeEnd();
  }

  private void cause(ReportHead.Cause cause, int passages) {
    json.writeStartObject();
    json.write("code", cause.code());
    json.write("severity", cause.severity().name());
    json.write("dimension", cause.dimension().name());
    json.write("title", cause.title());
    json.write("findings", cause.findings());
    json.write("passages", cause.passages());
    json.write("share", Shares.share(cause.passages(), passages));
    json.writeEnd();
  }

  @Override
  public void rejected(RejectedPassage passage) throws IOException {
    json.writeStartObject();
    json.write("position", passage.position());
    text("idTechnique", passage.idTechnique());
    json.write("line", passage.line());
    json.write("offset", passage.offset());
    json.write("length", passage.length());
    json.writeEnd();
    out.rethrow();
  }

  @Override
  public void cause(CauseHead cause) throws IOException {
    endOpen();
    json.writeStartObject();
    json.write("code", cause.code());
    json.write("title", cause.title());
    json.write("findings", cause.findings());
    json.write("shown", cause.shown());
    json.writeStartArray("items");
    inCause = true;
    out.rethrow();
  }

  private void endOpen() {
    if (listing) {
      listing = false;
      json.writeEnd();
      json.writeStartArray("causes");
    }
    if (inCause) {
      inCause = false;
      json.writeEnd();
      json.writeEnd();
    }
  }

  @Override
  public void finding(ReportedFinding finding) throws IOException {
    json.writeStartObject();
    json.write("severity", finding.severity().name());
    json.write("line", finding.line());
    json.write("column", finding.column());
    json.write("path", finding.path());
    json.write("passage", finding.passage());
    text("idTechnique", finding.idTechnique());
    text("value", finding.value());
    json.write("explanation", finding.explanation());
    json.write("expected", finding.expected());
    json.write("mend", finding.mend());
    json.writeEnd();
    out.rethrow();
  }

  @Override
  public void end() throws IOException {
    endOpen();
    json.writeEnd();
    json.writeEnd();
    json.close();
    out.rethrow();
  }

  private void text(String name, @Nullable String text) {
    if (text == null) {
      json.writeNull(name);
    } else {
      json.write(name, text);
    }
  }

  /** Stays open, and keeps the failure that a generator would tell as one of its own. */
  private static final class Kept extends FilterOutputStream {
    private @Nullable IOException failure;

    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (failure != null) {
        return; // is told soon enough
      }
      try {
        out.write(bytes, offset, length);
      } catch (IOException e) {
        failure = e;
      }
    }

    @Override
    public void flush() {
      if (failure != null) {
        return;
      }
      try {
        out.flush();
      } catch (IOException e) {
        failure = e;
      }
    }

    @Override
    public void close() {
      flush();
    }

    void rethrow() throws IOException {
      if (failure != null) {
        throw failure;
      }
    }
  }
}
