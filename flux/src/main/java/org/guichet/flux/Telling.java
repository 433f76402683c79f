package org.guichet.flux;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Tells the sink what has been met, in the order of the file, and whom a finding falls to: the
 * passage that is open, its certification, or the file.
 */
final class Telling {
  private static final Judging NO_CHECKS = new Judging(Checking.schemaOnly());

  /** So many certifications wait for the file to say who issues it; a file has a handful. */
  private static final int MOST_WAITING = 10_000;

  private final Values values;
  private final Judging judging;
  private final FluxSink sink;
  private final List<CertificationInProgress> waiting = new ArrayList<>();

  private int certifications;
  private int passagesStarted;
  private int passagesEnded;
  private boolean headerTold;
  private @Nullable PassageInProgress passage;
  private @Nullable CertificationInProgress certification;
  private @Nullable Finding faultOfCertification;

  /**
   * @param values of what is open, which others collect
   */
  Telling(Values values, Judging judging, FluxSink sink) {
    this.values = values;
    this.judging = judging;
    this.sink = sink;
  }

  /** All that the file has said of itself so far. */
  FluxHeader header() {
    return new FluxHeader(
        values.get(Field.ID_FLUX),
        takesBack() ? FluxAction.SUPPRESSION : FluxAction.CREATION,
        values.get(Field.ISSUER),
        values.get(Field.CERTIFIER),
        values.get(Field.CONTRACT));
  }

  /** How many passages have ended. */
  int passages() {
    return passagesEnded;
  }

  /** The file says something of itself; who issues it is told once, as soon as it is known. */
  void headerMayBeKnown() throws Enough {
    if (!headerTold && header().names()) {
      headerTold = true;
      goOn(sink.header(header()));
    }
  }

  void startCertification(String path, int line) {
    certifications++;
    values.begin(Field.Scope.CERTIFICATION);
    certification =
        new CertificationInProgress(
            certifications, path, line, values.of(Field.Scope.CERTIFICATION));
  }

  void endCertification() {
    CertificationInProgress ending = Objects.requireNonNull(certification);
    certification = null;
    if (header().names() || waiting.size() == MOST_WAITING) {
      judging().certification(ending, header()).forEach(this::finding);
    } else {
      waiting.add(ending);
    }
    sink.certification(
        new Certification(
            ending.number(),
            ending.fields().get(Field.CERTIFICATION_TYPE),
            ending.fields().get(Field.CERTIFICATION_CODE),
            faultOfCertification));
    faultOfCertification = null;
  }

  void startPassage(String path) {
    passagesStarted++;
    values.begin(Field.Scope.PASSAGE);
    passage = new PassageInProgress(passagesStarted, certifications, path);
  }

  void endPassage(ByteRange range) throws Enough {
    PassageInProgress ending = Objects.requireNonNull(passage);
    Passage ended = ending.end(values.of(Field.Scope.PASSAGE), range, judging());
    passage = null;
    passage(ended);
  }

  /** A passage that the parser didn't see has ended. */
  void cutPassage(String path, Cut.Proven proven) throws Enough {
    passagesStarted++;
    passage(
        new PassageInProgress(passagesStarted, certifications, path)
            .end(proven.fields(), proven.range(), judging()));
  }

  private void passage(Passage ended) throws Enough {
    passagesEnded++;
    goOn(sink.passage(ended));
  }

  /**
   * How far a schema error reaches that is met now.
   *
   * @param inCertificationHeader whether it stands where it hides no passage
   */
  Severity reach(boolean inCertificationHeader) {
    if (passage != null) {
      return Severity.PASSAGE;
    }
    return inCertificationHeader ? Severity.CERTIFICATION : Severity.FILE;
  }

  void finding(Finding finding) {
    if (passage != null) {
      passage.add(finding);
      return;
    }
    if (finding.severity() == Severity.CERTIFICATION && faultOfCertification == null) {
      faultOfCertification = finding;
    }
    sink.finding(finding);
  }

  /** The reading ends here, within a passage perhaps, whose findings are told before. */
  void unreadable(Finding finding, int line) {
    if (passage != null) {
      passage.findings(line).forEach(sink::finding);
    }
    sink.finding(finding);
  }

  /** The file is over, and has said all that it says of itself. */
  void endFile() {
    waiting.forEach(
        ended ->
            judging().certification(ended, header()).stream()
                .map(
                    finding ->
                        finding.severity() == Severity.CERTIFICATION
                            ? finding.withSeverity(Severity.FILE) // its passages are told already
                            : finding)
                .forEach(sink::finding));
    waiting.clear();
  }

  /** What a file takes back was judged when it was accepted. */
  private Judging judging() {
    return takesBack() ? NO_CHECKS : judging;
  }

  private boolean takesBack() {
    return FluxAction.SUPPRESSION.name().equals(values.get(Field.ACTION));
  }

  private static void goOn(boolean wanted) throws Enough {
    if (!wanted) {
      throw new Enough();
    }
  }
}
