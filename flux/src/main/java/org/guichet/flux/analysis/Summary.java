package org.guichet.flux.analysis;

import java.util.List;
import java.util.Map;
import org.guichet.flux.Dimension;
import org.guichet.flux.FindingCode;
import org.guichet.flux.Severity;

/**
 * What was found, in figures.
 *
 * @param causes in order of frequency
 * @param scores share of the passages in which nothing of the dimension was found, from 0 to 1;
 *     empty for a file without passages. Defined in docs/quality.md
 */
public record Summary(List<Cause> causes, Map<Dimension, Double> scores) {
  public Summary {
    causes = List.copyOf(causes);
    scores = Map.copyOf(scores);
  }

  /**
   * How often something was found.
   *
   * @param passages in how many passages, or under how many that fall with their certification
   */
  public record Cause(FindingCode code, Severity severity, int findings, int passages) {}
}
