package org.guichet.deposit.entity;

import java.util.List;
import java.util.Optional;
import org.guichet.platform.entity.DepositId;
import org.guichet.platform.entity.Sha256;

/**
 * What a look at one deposit, or one duplicate, showed.
 *
 * @param number by which people know it
 * @param file which bytes the store must have for it
 */
public record DepositLook(DepositId id, long number, List<Fault> faults, Optional<Sha256> file) {
  public DepositLook {
    faults = List.copyOf(faults);
  }
}
