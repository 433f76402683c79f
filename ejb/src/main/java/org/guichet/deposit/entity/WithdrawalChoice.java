package org.guichet.deposit.entity;

import java.util.Set;

/**
 * Which passages of a deposit somebody wants to take back.
 *
 * @param all all that stand accepted, whatever else is said
 * @param positions in the file, from 1
 */
public record WithdrawalChoice(boolean all, Set<Integer> positions, Set<String> idTechniques) {
  public WithdrawalChoice {
    positions = Set.copyOf(positions);
    idTechniques = Set.copyOf(idTechniques);
  }

  /** Whether it is a choice of this passage. */
  public boolean takes(ChosenPassage passage) {
    return all
        || positions.contains(passage.position())
        || passage.idTechnique().filter(idTechniques::contains).isPresent();
  }
}
