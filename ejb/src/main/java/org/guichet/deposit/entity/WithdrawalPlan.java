package org.guichet.deposit.entity;

import java.util.List;

/**
 * What a choice comes to.
 *
 * @param chosen passages that stand accepted, in the order of the file
 * @param unknown idTechniques under which no passage of the deposit stands accepted
 */
public record WithdrawalPlan(
    CorrectionTask task, List<ChosenPassage> chosen, List<String> unknown) {
  public WithdrawalPlan {
    chosen = List.copyOf(chosen);
    unknown = List.copyOf(unknown);
  }
}
