package org.guichet.deposit.entity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.guichet.flux.Dimension;

/**
 * All about one deposit but its passages.
 *
 * @param kept whether its file is still there
 * @param takesBack whether its file names passages to be taken back
 * @param read how much of it is read, from 0 to 1; empty unless it is being read
 * @param passages how many were read
 * @param certifications codes, in the order of the file
 * @param refusal why it is refused as a whole
 * @param steps in their order
 * @param causes by severity, the most frequent first
 * @param scores share of the passages in which nothing of the dimension was found, from 0 to 1;
 *     empty without passages. docs/quality.md defines them
 * @param before the sender's deposit before this one, to compare with
 * @param resumes number of the deposit of the same bytes that it takes up again
 * @param resumedBy numbers of those that took it up again
 */
public record DepositDetails(
    DepositView deposit,
    boolean kept,
    boolean takesBack,
    Optional<Double> read,
    int passages,
    List<String> certifications,
    Optional<Told> refusal,
    List<Step> steps,
    List<CauseCount> causes,
    Map<Dimension, Double> scores,
    Optional<Before> before,
    Optional<Long> resumes,
    List<Long> resumedBy) {
  public DepositDetails {
    certifications = List.copyOf(certifications);
    steps = List.copyOf(steps);
    causes = List.copyOf(causes);
    scores = Map.copyOf(scores);
    resumedBy = List.copyOf(resumedBy);
  }

  /**
   * A refusal in words.
   *
   * @param code that stays the same in all languages
   */
  public record Told(String code, String reason, String mend) {}

  /** A step in its life. */
  public record Step(DepositStatus status, Instant reachedAt) {}

  /** An earlier deposit. */
  public record Before(long number, Instant receivedAt, Map<Dimension, Double> scores) {
    public Before {
      scores = Map.copyOf(scores);
    }
  }
}
