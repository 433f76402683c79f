package org.guichet.deposit.entity;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.guichet.flux.Dimension;

/**
 * What pages count of an attempt, once its verdict stands.
 *
 * @param passages how many were read
 * @param causes by severity, the most frequent first
 * @param faulty in how many passages something of the dimension was found
 */
public record Figures(int passages, List<CauseCount> causes, Map<Dimension, Integer> faulty) {
  public static final Figures NONE = new Figures(0, List.of(), Map.of());

  public Figures {
    causes = List.copyOf(causes);
    faulty = Map.copyOf(faulty);
  }

  /**
   * Share of the passages in which nothing of the dimension was found, from 0 to 1; empty without
   * passages. docs/quality.md defines them.
   */
  public Map<Dimension, Double> scores() {
    Map<Dimension, Double> scores = new EnumMap<>(Dimension.class);
    if (passages > 0) {
      for (Dimension dimension : Dimension.values()) {
        int bad = faulty.getOrDefault(dimension, 0);
        scores.put(dimension, (double) (passages - bad) / passages);
      }
    }
    return scores;
  }
}
