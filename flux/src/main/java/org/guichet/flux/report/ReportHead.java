package org.guichet.flux.report;

import java.util.List;
import java.util.Map;
import org.guichet.flux.Dimension;
import org.guichet.flux.FluxEnd;
import org.guichet.flux.FluxHeader;
import org.guichet.flux.Severity;
import org.guichet.flux.analysis.Mode;
import org.guichet.flux.analysis.Outcome;

/**
 * What an analysis says of a file as a whole.
 *
 * @param language of the texts, {@code fr} or {@code en}
 * @param reading how the reading ended
 * @param rejected how many passages are KO by themselves or their certification
 * @param accepted how many passages are taken
 * @param scores share of passages without findings of the dimension, from 0 to 1
 * @param causes in order of frequency
 */
public record ReportHead(
    String language,
    String fileName,
    Mode mode,
    Outcome outcome,
    boolean schemaValid,
    FluxEnd.How reading,
    String encoding,
    FluxHeader header,
    int passages,
    int accepted,
    int rejected,
    Map<Dimension, Double> scores,
    List<Cause> causes) {
  public ReportHead {
    scores = Map.copyOf(scores);
    causes = List.copyOf(causes);
  }

  /**
   * How often something was found.
   *
   * @param passages in how many passages
   */
  public record Cause(
      String code,
      Severity severity,
      Dimension dimension,
      String title,
      int findings,
      int passages) {}
}
