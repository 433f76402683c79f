package org.guichet.flux.report;

import jakarta.json.stream.JsonParser.Event;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guichet.flux.Dimension;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Outcome;

/** Reads a report in JSON: just what {@link ReportJsonWriter} writes, in its order. */
final class ReportJsonReader {
  private final JsonCursor json;

  ReportJsonReader(InputStream report) throws IOException {
    json = new JsonCursor(report);
  }

  void read(ReportSink sink) throws IOException {
    json.take(Event.START_OBJECT);
    if (!json.text("format").equals(ReportJsonWriter.FORMAT)
        || !json.text("version").equals(ReportJsonWriter.VERSION)) {
      throw new UnreadableReportException("This isn't a report of a version that is known");
    }
    sink.head(ReportValues.consistent(head()));
    json.name("rejectedPassages");
    json.take(Event.START_ARRAY);
    while (json.at(Event.START_OBJECT)) {
      sink.rejected(rejected());
    }
    json.take(Event.END_ARRAY);
    json.name("causes");
    json.take(Event.START_ARRAY);
    while (json.at(Event.START_OBJECT)) {
      cause(sink);
    }
    json.take(Event.END_ARRAY);
    json.take(Event.END_OBJECT);
    sink.end();
  }

  private ReportHead head() throws IOException {
    return new ReportHead(
        ReportValues.language(json.text("language")),
        json.text("file"),
        ReportValues.constant(Mode.class, json.text("mode")),
        ReportValues.constant(Outcome.class, json.text("outcome")),
        json.flag("schemaValid"),
        ReportValues.constant(FluxEnd.How.class, json.text("reading")),
        json.text("encoding"),
        header(),
        json.number("passages"),
        json.number("accepted"),
        json.number("rejected"),
        scores(),
        summary());
  }

  private FluxHeader header() throws IOException {
    json.name("header");
    json.take(Event.START_OBJECT);
    FluxHeader header =
        new FluxHeader(
            json.textOrNull("idFlux"),
            ReportValues.constant(FluxAction.class, json.text("action")),
            json.textOrNull("issuer"),
            json.textOrNull("certifier"),
            json.textOrNull("contract"));
    json.take(Event.END_OBJECT);
    return header;
  }

  private Map<Dimension, Double> scores() throws IOException {
    Map<Dimension, Double> scores = new EnumMap<>(Dimension.class);
    json.name("scores");
    json.take(Event.START_OBJECT);
    while (json.at(Event.KEY_NAME)) {
      String name = json.memberName();
      scores.put(ReportValues.constant(Dimension.class, name), json.share(name));
    }
    json.take(Event.END_OBJECT);
    return scores;
  }

  private List<ReportHead.Cause> summary() throws IOException {
    List<ReportHead.Cause> causes = new ArrayList<>();
    json.name("summary");
    json.take(Event.START_ARRAY);
    while (json.at(Event.START_OBJECT)) {
      ReportValues.requireFew(causes);
      json.take(Event.START_OBJECT);
      causes.add(
          new ReportHead.Cause(
              ReportValues.code(json.text("code")),
              ReportValues.constant(Severity.class, json.text("severity")),
              ReportValues.constant(Dimension.class, json.text("dimension")),
              json.text("title"),
              json.number("findings"),
              json.number("passages")));
      json.share("share");
      json.take(Event.END_OBJECT);
    }
    json.take(Event.END_ARRAY);
    return causes;
  }

  private ReportSink.RejectedPassage rejected() throws IOException {
    json.take(Event.START_OBJECT);
    int position = json.number("position");
    String idTechnique = json.textOrNull("idTechnique");
    int line = json.number("line");
    long offset = json.longNumber("offset");
    long length = json.longNumber("length");
    json.take(Event.END_OBJECT);
    return new ReportSink.RejectedPassage(position, idTechnique, line, offset, length);
  }

  private void cause(ReportSink sink) throws IOException {
    json.take(Event.START_OBJECT);
    String code = ReportValues.code(json.text("code"));
    String title = json.text("title");
    int findings = json.number("findings");
    sink.cause(new ReportSink.CauseHead(code, title, findings, json.number("shown")));
    json.name("items");
    json.take(Event.START_ARRAY);
    while (json.at(Event.START_OBJECT)) {
      sink.finding(finding());
    }
    json.take(Event.END_ARRAY);
    json.take(Event.END_OBJECT);
  }

  private ReportSink.ReportedFinding finding() throws IOException {
    json.take(Event.START_OBJECT);
    ReportSink.ReportedFinding finding =
        new ReportSink.ReportedFinding(
            ReportValues.constant(Severity.class, json.text("severity")),
            json.number("line"),
            json.number("column"),
            json.text("path"),
            json.number("passage"),
            json.textOrNull("idTechnique"),
            json.textOrNull("value"),
            json.text("explanation"),
            json.text("expected"),
            json.text("mend"));
    json.take(Event.END_OBJECT);
    return finding;
  }
}
