package org.guichet.deposit.entity;

import java.util.List;

/**
 * What a choice comes to.
 *
 * @param many how many passages are chosen that stand accepted
 * @param first the first of them, in the order of the file
 * @param unknown idTechniques under which no passage of the deposit stands accepted
 */
public record WithdrawalPlan(
    CorrectionTask task, int many, List<ChosenPassage> first, List<String> unknown) {
  public WithdrawalPlan {
    first = List.copyOf(first);
    unknown = List.copyOf(unknown);
  }
}
