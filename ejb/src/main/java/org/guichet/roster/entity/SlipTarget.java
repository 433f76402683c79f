package org.guichet.roster.entity;

import java.util.Optional;
import java.util.UUID;

/** For whom slips are printed: a class, or one person. */
public record SlipTarget(Optional<UUID> schoolClass, Optional<UUID> person) {
  public static SlipTarget schoolClass(UUID id) {
    return new SlipTarget(Optional.of(id), Optional.empty());
  }

  public static SlipTarget person(UUID id) {
    return new SlipTarget(Optional.empty(), Optional.of(id));
  }
}
