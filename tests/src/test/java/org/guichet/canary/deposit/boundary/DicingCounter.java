package org.guichet.canary.deposit.boundary;

import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.canary.Breaks;

/** Ids that no test can foretell. */
@Breaks("ids_and_chance_come_from_one_place")
public class DicingCounter {
  public Supplier<UUID> ids() {
    return UUID::randomUUID;
  }
}
