package org.guichet.deposit.entity;

import java.util.List;
import java.util.Optional;

/**
 * Passages of a deposit that can be taken back.
 *
 * @param total how many stand accepted
 * @param pending number of the deposit that takes some of them back and isn't decided yet
 */
public record WithdrawalSheet(
    CorrectionTask task, List<ChosenPassage> passages, int total, Optional<Long> pending) {
  public WithdrawalSheet {
    passages = List.copyOf(passages);
  }
}
