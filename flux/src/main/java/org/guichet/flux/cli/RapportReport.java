package org.guichet.flux.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.report.Rapport;
import org.guichet.flux.report.Rapport.ErrorType;

/** The processing receipt, one document a file, without a number: nothing is deposited. */
final class RapportReport implements Report {
  private static final long NOT_DEPOSITED = 0;

  private final OutputStream out;

  RapportReport(OutputStream out) {
    this.out = out;
  }

  @Override
  public void file(Checked checked) throws IOException {
    Analysis analysis = checked.analysis();
    String fileName = checked.input().fileName();
    if (analysis.refusedAsWhole()) {
      try (Rapport.Errors errors = Rapport.errors(out, fileName, NOT_DEPOSITED, false)) {
        analysis.forEachMessage(
            placed -> {
              Finding finding = placed.finding();
              if (finding.blocks()) {
                errors.error(
                    ErrorType.of(finding.code()),
                    FindingTexts.rapportMessage(finding),
                    finding.line(),
                    finding.column());
              }
            });
      }
      return;
    }
    String idFlux = Objects.requireNonNullElse(analysis.end().header().idFlux(), "");
    try (Rapport.Passages passages =
        Rapport.passages(out, fileName, idFlux, NOT_DEPOSITED, false)) {
      analysis.forEachPassage(
          passage -> {
            if (passage.cause() != null) {
              passages.rejected(
                  passage.idTechnique(),
                  FindingTexts.rapportMessage(passage.cause(), passage.idTechnique()));
            }
          });
      analysis.forEachPassage(
          passage -> {
            if (!passage.rejected()) {
              passages.accepted(Objects.requireNonNullElse(passage.idTechnique(), ""));
            }
          });
    }
  }
}
