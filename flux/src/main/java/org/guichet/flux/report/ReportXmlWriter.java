package org.guichet.flux.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.flux.Dimension;
import org.guichet.flux.FluxHeader;

/**
 * Writes a report as XML, by the schema {@code org/guichet/flux/schema/analyse-1.0.xsd}. Characters
 * that XML can't hold become U+FFFD. Leaves the stream open.
 */
public final class ReportXmlWriter implements ReportSink {
  static final String NAMESPACE = "urn:guichet:analyse:1.0";

  private final XmlLines xml;
  private boolean listing; // the rejected passages
  private boolean inCause;

  public ReportXmlWriter(OutputStream out) throws IOException {
    xml = new XmlLines(out);
  }

  @Override
  public void head(ReportHead head) throws IOException {
    xml.start("analyse");
    xml.namespace("", NAMESPACE);
    xml.attribute("langue", head.language());
    xml.element("fichier", head.fileName());
    xml.element("mode", head.mode().name());
    xml.element("resultat", head.outcome().name());
    xml.element("valideSchema", String.valueOf(head.schemaValid()));
    xml.element("lecture", head.reading().name());
    xml.element("encodage", head.encoding());
    header(head.header());
    xml.start("passages");
    xml.attribute("total", head.passages());
    xml.attribute("acceptes", head.accepted());
    xml.attribute("rejetes", head.rejected());
    xml.endEmpty();
    xml.start("qualite");
    for (Map.Entry<Dimension, Double> score : new TreeMap<>(head.scores()).entrySet()) {
      xml.start("score");
      xml.attribute("dimension", score.getKey());
      xml.attribute("valeur", score.getValue());
      xml.endEmpty();
    }
    xml.end();
    xml.start("resume");
    for (ReportHead.Cause cause : head.causes()) {
      cause(cause, head.passages());
    }
    xml.end();
    xml.start("rejets");
    listing = true;
  }

  private void header(FluxHeader header) throws IOException {
    xml.start("entete");
    xml.elementIfAny("idFlux", header.idFlux());
    xml.element("action", header.action().name());
    xml.elementIfAny("emetteur", header.issuer());
    xml.elementIfAny("certificateur", header.certifier());
    xml.elementIfAny("contrat", header.contract());
    xml.end();
  }

  private void cause(ReportHead.Cause cause, int passages) throws IOException {
    xml.start("cause");
    xml.attribute("code", cause.code());
    xml.attribute("gravite", cause.severity());
    xml.attribute("dimension", cause.dimension());
    xml.attribute("constats", cause.findings());
    xml.attribute("passages", cause.passages());
    xml.attribute("part", Shares.share(cause.passages(), passages));
    xml.element("titre", cause.title());
    xml.end();
  }

  @Override
  public void rejected(RejectedPassage passage) throws IOException {
    xml.start("passage");
    xml.attribute("position", passage.position());
    xml.attribute("ligne", passage.line());
    xml.attribute("debut", passage.offset());
    xml.attribute("longueur", passage.length());
    xml.elementIfAny("idTechnique", passage.idTechnique());
    xml.end();
  }

  @Override
  public void cause(CauseHead cause) throws IOException {
    endOpen();
    xml.start("cause");
    xml.attribute("code", cause.code());
    xml.attribute("constats", cause.findings());
    xml.attribute("montres", cause.shown());
    xml.element("titre", cause.title());
    inCause = true;
  }

  private void endOpen() throws IOException {
    if (listing) {
      listing = false;
      xml.end();
      xml.start("causes");
    }
    if (inCause) {
      inCause = false;
      xml.end();
    }
  }

  @Override
  public void finding(ReportedFinding finding) throws IOException {
    xml.start("constat");
    xml.attribute("gravite", finding.severity());
    xml.attribute("ligne", finding.line());
    xml.attribute("colonne", finding.column());
    xml.attribute("passage", finding.passage());
    xml.element("chemin", finding.path());
    xml.elementIfAny("idTechnique", finding.idTechnique());
    xml.elementIfAny("valeur", finding.value());
    xml.element("explication", finding.explanation());
    xml.element("attendu", finding.expected());
    xml.element("remede", finding.mend());
    xml.end();
  }

  @Override
  public void end() throws IOException {
    endOpen();
    xml.close();
  }
}
