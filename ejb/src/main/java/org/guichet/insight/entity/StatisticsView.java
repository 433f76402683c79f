package org.guichet.insight.entity;

import java.util.List;

/**
 * Figures of a period.
 *
 * @param trend its pieces in their order, those in which nothing was received too
 * @param causes what refuses passages, the most frequent first
 */
public record StatisticsView(
    Figures total, Grain grain, List<PieceFigures> trend, List<CauseFigures> causes) {
  public StatisticsView {
    trend = List.copyOf(trend);
    causes = List.copyOf(causes);
  }
}
