package org.guichet.flux.report;

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

/** Reads a report in XML: just what {@link ReportXmlWriter} writes, in its order. */
final class ReportXmlReader {
  private final XmlCursor xml;

  ReportXmlReader(InputStream report) throws IOException {
    xml = new XmlCursor(report, ReportXmlWriter.NAMESPACE);
  }

  void read(ReportSink sink) throws IOException {
    xml.expect("analyse");
    String language = ReportValues.language(xml.attribute("langue"));
    xml.enter("analyse");
    sink.head(ReportValues.consistent(head(language)));
    xml.enter("rejets");
    while (xml.at("passage")) {
      sink.rejected(rejected());
    }
    xml.leave();
    xml.enter("causes");
    while (xml.at("cause")) {
      cause(sink);
    }
    xml.leave();
    xml.leave();
    sink.end();
  }

  private ReportHead head(String language) throws IOException {
    String file = xml.text("fichier");
    Mode mode = ReportValues.constant(Mode.class, xml.text("mode"));
    Outcome outcome = ReportValues.constant(Outcome.class, xml.text("resultat"));
    boolean valid = ReportValues.flag(xml.text("valideSchema"));
    FluxEnd.How reading = ReportValues.constant(FluxEnd.How.class, xml.text("lecture"));
    String encoding = xml.text("encodage");
    FluxHeader header = header();
    xml.expect("passages");
    int passages = xml.number("total");
    int accepted = xml.number("acceptes");
    int rejected = xml.number("rejetes");
    xml.enter("passages");
    xml.leave();
    return new ReportHead(
        language, file, mode, outcome, valid, reading, encoding, header, passages, accepted,
        rejected, scores(), summary());
  }

  private FluxHeader header() throws IOException {
    xml.enter("entete");
    String idFlux = xml.textIfAny("idFlux");
    FluxAction action = ReportValues.constant(FluxAction.class, xml.text("action"));
    String issuer = xml.textIfAny("emetteur");
    String certifier = xml.textIfAny("certificateur");
    String contract = xml.textIfAny("contrat");
    xml.leave();
    return new FluxHeader(idFlux, action, issuer, certifier, contract);
  }

  private Map<Dimension, Double> scores() throws IOException {
    Map<Dimension, Double> scores = new EnumMap<>(Dimension.class);
    xml.enter("qualite");
    while (xml.at("score")) {
      scores.put(
          ReportValues.constant(Dimension.class, xml.attribute("dimension")),
          ReportValues.share(xml.attribute("valeur")));
      xml.enter("score");
      xml.leave();
    }
    xml.leave();
    return scores;
  }

  private List<ReportHead.Cause> summary() throws IOException {
    List<ReportHead.Cause> causes = new ArrayList<>();
    xml.enter("resume");
    while (xml.at("cause")) {
      ReportValues.requireFew(causes);
      String code = ReportValues.code(xml.attribute("code"));
      Severity severity = ReportValues.constant(Severity.class, xml.attribute("gravite"));
      Dimension dimension = ReportValues.constant(Dimension.class, xml.attribute("dimension"));
      int findings = xml.number("constats");
      int passages = xml.number("passages");
      xml.enter("cause");
      String title = xml.text("titre");
      xml.leave();
      causes.add(new ReportHead.Cause(code, severity, dimension, title, findings, passages));
    }
    xml.leave();
    return causes;
  }

  private ReportSink.RejectedPassage rejected() throws IOException {
    int position = xml.number("position");
    int line = xml.number("ligne");
    long offset = ReportValues.longNumber(xml.attribute("debut"));
    long length = ReportValues.longNumber(xml.attribute("longueur"));
    xml.enter("passage");
    String idTechnique = xml.textIfAny("idTechnique");
    xml.leave();
    return new ReportSink.RejectedPassage(position, idTechnique, line, offset, length);
  }

  private void cause(ReportSink sink) throws IOException {
    String code = ReportValues.code(xml.attribute("code"));
    int findings = xml.number("constats");
    int shown = xml.number("montres");
    xml.enter("cause");
    sink.cause(new ReportSink.CauseHead(code, xml.text("titre"), findings, shown));
    while (xml.at("constat")) {
      sink.finding(finding());
    }
    xml.leave();
  }

  private ReportSink.ReportedFinding finding() throws IOException {
    Severity severity = ReportValues.constant(Severity.class, xml.attribute("gravite"));
    int line = xml.number("ligne");
    int column = xml.number("colonne");
    int passage = xml.number("passage");
    xml.enter("constat");
    String path = xml.text("chemin");
    String idTechnique = xml.textIfAny("idTechnique");
    String value = xml.textIfAny("valeur");
    String explanation = xml.text("explication");
    String expected = xml.text("attendu");
    String mend = xml.text("remede");
    xml.leave();
    return new ReportSink.ReportedFinding(
        severity, line, column, path, passage, idTechnique, value, explanation, expected, mend);
  }
}
