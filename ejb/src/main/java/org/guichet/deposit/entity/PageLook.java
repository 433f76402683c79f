package org.guichet.deposit.entity;

import java.util.List;
import java.util.UUID;

/**
 * What a look at a page of deposits showed. Rows that move meanwhile may make the sound look
 * faulty: whoever acts on it looks once more at the one.
 *
 * @param compared how many there were
 * @param last where the next page begins
 * @param end whether there is none
 * @param suspects those with faults
 * @param strays rows that belong to no deposit and to no duplicate
 */
public record PageLook(
    int compared, UUID last, boolean end, List<DepositLook> suspects, List<Difference> strays) {
  public PageLook {
    suspects = List.copyOf(suspects);
    strays = List.copyOf(strays);
  }
}
