package org.guichet.deposit.entity;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What other rows say about a deposit.
 *
 * @param history states that its history knows
 * @param keys accepted keys that stand, by the attempt that they name
 * @param verdicts rows of passages, by their attempt
 */
public record DepositTraces(
    Set<DepositStatus> history, Map<UUID, Long> keys, Map<UUID, Verdicts> verdicts) {
  public static final DepositTraces NONE = new DepositTraces(Set.of(), Map.of(), Map.of());

  public DepositTraces {
    history = Set.copyOf(history);
    keys = Map.copyOf(keys);
    verdicts = Map.copyOf(verdicts);
  }

  /** How many passages an attempt took, refused, and had taken back since. */
  public record Verdicts(long accepted, long rejected, long withdrawn) {
    public static final Verdicts NONE = new Verdicts(0, 0, 0);

    public Verdicts and(Verdicts other) {
      return new Verdicts(
          accepted + other.accepted, rejected + other.rejected, withdrawn + other.withdrawn);
    }
  }
}
