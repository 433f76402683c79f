package org.guichet.deposit.entity;

import java.util.List;

/**
 * A deposit and what was dropped to mend it.
 *
 * @param steps in the order of their numbers; one alone when nothing was dropped
 * @param left how many passages of the first aren't accepted yet, by any of them
 */
public record DepositChain(List<ChainStep> steps, int left) {
  public DepositChain {
    steps = List.copyOf(steps);
  }
}
