package org.guichet.flux;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs the content checks, and makes findings of what they complain about. */
final class Judging {
  private final Checking checking;

  Judging(Checking checking) {
    this.checking = checking;
  }

  /**
   * What the checks find in a passage, without what the schema found at the same places.
   *
   * @param path of the passage
   * @param line of its start tag
   * @param known what the schema found within it
   */
  List<Finding> passage(Fields fields, String path, int line, List<Finding> known) {
    Collecting complaints = new Collecting(fields, path, line);
    LocalDate day = checking.day();
    for (PassageCheck check : checking.passages()) {
      check.check(fields, day, complaints);
    }
    if (complaints.findings.isEmpty() || known.isEmpty()) {
      return complaints.findings;
    }
    Set<String> explained = new HashSet<>();
    known.forEach(finding -> explained.add(finding.path()));
    complaints.findings.removeIf(finding -> explained.contains(finding.path()));
    return complaints.findings;
  }

  /** What the checks find in the header of a certification; its passages fall with it. */
  List<Finding> certification(CertificationInProgress certification, FluxHeader header) {
    Collecting complaints =
        new Collecting(certification.fields(), certification.path(), certification.line());
    for (CertificationCheck check : checking.certifications()) {
      check.check(certification.fields(), header, complaints);
    }
    complaints.findings.replaceAll(
        finding ->
            finding.severity() == Severity.PASSAGE
                ? finding.withSeverity(Severity.CERTIFICATION)
                : finding);
    return complaints.findings;
  }

  private final class Collecting implements Complaints {
    private final Fields fields;
    private final String path;
    private final int line;
    private final List<Finding> findings = new ArrayList<>();

    Collecting(Fields fields, String path, int line) {
      this.fields = fields;
      this.path = path;
      this.line = line;
    }

    @Override
    public void add(FindingCode code, Field at, String... arguments) {
      Optional<Severity> severity = checking.severities().of(code);
      if (severity.isEmpty()) {
        return;
      }
      boolean present = fields.present(at);
      findings.add(
          new Finding(
              code,
              severity.get(),
              present ? fields.line(at) : line,
              present ? fields.column(at) : 0,
              present ? path + at.pathWithin() : path,
              fields.get(at),
              List.of(arguments)));
    }
  }
}
