package org.guichet.deposit.entity;

import java.util.List;

/**
 * Passages of a deposit that can be taken back.
 *
 * @param total how many stand accepted
 */
public record WithdrawalSheet(CorrectionTask task, List<ChosenPassage> passages, int total) {
  public WithdrawalSheet {
    passages = List.copyOf(passages);
  }
}
