package org.guichet.flux.report;

import java.io.IOException;
import java.io.OutputStream;
import org.guichet.flux.Finding;
import org.guichet.flux.FindingTexts;
import org.guichet.flux.analysis.Analysis;
import org.guichet.flux.analysis.JudgedPassage;
import org.guichet.flux.report.Rapport.ErrorType;
import org.jspecify.annotations.Nullable;

/** The {@code rapport} of an analysis. */
public final class AnalysisRapport {
  private AnalysisRapport() {}

  /**
   * Writes what blocks of a file that is refused as a whole, the passages of any other. Leaves the
   * stream open.
   *
   * @param idTraitement number of the deposit; 0 when nothing is deposited
   */
  public static void write(Analysis analysis, OutputStream out, long idTraitement, boolean trial)
      throws IOException {
    if (analysis.refusedAsWhole()) {
      errors(analysis, out, idTraitement, trial);
    } else {
      passages(analysis, out, idTraitement, trial);
    }
  }

  private static void errors(Analysis analysis, OutputStream out, long idTraitement, boolean trial)
      throws IOException {
    String fileName = analysis.subject().fileName();
    try (Rapport.Errors rapport = Rapport.errors(out, fileName, idTraitement, trial)) {
      analysis.forEachMessage(
          placed -> {
            Finding finding = placed.finding();
            if (finding.blocks()) {
              rapport.error(
                  ErrorType.of(finding.code()),
                  FindingTexts.rapportMessage(finding),
                  finding.line(),
                  finding.column());
            }
          });
    }
  }

  private static void passages(
      Analysis analysis, OutputStream out, long idTraitement, boolean trial) throws IOException {
    String fileName = analysis.subject().fileName();
    String idFlux = orEmpty(analysis.end().header().idFlux());
    try (Rapport.Passages rapport = Rapport.passages(out, fileName, idFlux, idTraitement, trial)) {
      analysis.forEachPassage(
          passage -> {
            if (passage.cause() != null) {
              rapport.rejected(passage.idTechnique(), message(passage, passage.cause()));
            }
          });
      analysis.forEachPassage(
          passage -> {
            if (!passage.rejected()) {
              rapport.accepted(orEmpty(passage.idTechnique()));
            }
          });
    }
  }

  private static String message(JudgedPassage passage, Finding cause) {
    return FindingTexts.rapportMessage(cause, passage.idTechnique());
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
