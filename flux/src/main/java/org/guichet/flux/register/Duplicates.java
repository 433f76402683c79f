package org.guichet.flux.register;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.guichet.flux.Certification;
import org.guichet.flux.Field;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingCode;
import org.guichet.flux.FluxAction;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.FluxSink;
import org.guichet.flux.Passage;
import org.guichet.flux.Severity;
import org.jspecify.annotations.Nullable;

/**
 * Finds passages whose idTechnique an accepted passage of the same file had before. A passage is
 * accepted when nothing within it blocks, nor in its certification: so what else judges passages
 * stands before. One instance serves one reading; about 40 bytes an accepted passage.
 *
 * <p>A file may name its issuer behind its passages. Findings made before it does have an empty
 * first argument, which {@link #withIssuer} fills in once the reading is over.
 */
public final class Duplicates implements FluxSink {
  private final FluxSink sink;
  private final PassagePaths paths = new PassagePaths();
  private final SeenIds accepted = new SeenIds();
  private final BitSet faultyCertifications = new BitSet();
  private String issuer = "";
  private boolean takesBack;

  /**
   * @param sink what it says goes
   */
  public Duplicates(FluxSink sink) {
    this.sink = sink;
  }

  /** The finding with the issuer's matricule, if it is about a duplicate and lacks it. */
  public static Finding withIssuer(Finding finding, @Nullable String issuer) {
    if (finding.code() != FindingCode.DUPLICATE
        || issuer == null
        || finding.arguments().isEmpty()
        || !finding.arguments().get(0).isEmpty()) {
      return finding;
    }
    List<String> arguments = new ArrayList<>(finding.arguments());
    arguments.set(0, issuer);
    return new Finding(
        finding.code(),
        finding.severity(),
        finding.line(),
        finding.column(),
        finding.path(),
        finding.value(),
        arguments);
  }

  @Override
  public boolean header(FluxHeader header) {
    issuer = header.issuer() == null ? "" : header.issuer();
    takesBack = header.action() == FluxAction.SUPPRESSION;
    return sink.header(header);
  }

  @Override
  public boolean passage(Passage passage) {
    String path = paths.next(passage);
    String id = passage.idTechnique();
    if (id == null || takesBack) {
      return sink.passage(passage);
    }
    SeenIds.Key key = SeenIds.key(id);
    int before = accepted.certificationOf(key);
    if (before != SeenIds.NONE && !faultyCertifications.get(before)) {
      return sink.passage(told(passage, id, path));
    }
    if (passage.firstBlocking() == null) {
      accepted.put(key, passage.certification());
    }
    return sink.passage(passage);
  }

  private Passage told(Passage passage, String id, String path) {
    List<Finding> findings = new ArrayList<>(passage.findings());
    findings.add(
        new Finding(
            FindingCode.DUPLICATE,
            Severity.PASSAGE,
            passage.line(),
            0,
            path + Field.ID_TECHNIQUE.pathWithin(),
            id,
            List.of(issuer, id)));
    return passage.withFindings(findings);
  }

  @Override
  public void certification(Certification certification) {
    if (certification.fault() != null) {
      faultyCertifications.set(certification.number());
    }
    sink.certification(certification);
  }

  @Override
  public void finding(Finding finding) {
    sink.finding(finding);
  }
}
